#!/bin/sh
# Users, sshd, sudo and the shell of a test node, written into its fresh tree.
# Usage: provision.sh <seed folder> <folder of these programs> <tree>
set -eu
seed=$1
programs=$2
root=$3
# shellcheck source=/dev/null
. "$seed/spec"

mkdir -p "$root/etc/ssh" "$root/etc/sudoers.d" "$root/etc/profile.d" "$root/home" "$root/root" \
  "$root/var/log/played" "$root/var/lib/played/faults" "$root/usr/lib/played" "$root/usr/local/bin" \
  "$root/etc/systemd/system/multi-user.target.wants"
chmod 0700 "$root/root"
chmod 0750 "$root/etc/sudoers.d"
cp "$programs"/*.sh "$programs"/*.awk "$root/usr/lib/played/"
chmod 0755 "$root"/usr/lib/played/*
cp "$seed/spec" "$root/usr/lib/played/spec"

# Passwords are "<user>-password"; the hashes have few rounds because the secrets are none.
add_user() {
  name=$1 id=$2 home=$3 hash=$4
  if [ "$name" != root ]; then
    echo "$name:x:$id:$id::$home:/bin/bash" >>"$root/etc/passwd"
    echo "$name:x:$id:" >>"$root/etc/group"
  fi
  echo "$name:$hash:19000:0:99999:7:::" >>"$root/etc/shadow.new"
  mkdir -p "$root$home/.ssh"
  chmod 0700 "$root$home/.ssh"
  cp "$seed/authorized_keys" "$root$home/.ssh/authorized_keys"
  if [ -n "$SHELL_BANNER" ]; then
    printf 'echo "%s"\n' "$SHELL_BANNER" >"$root$home/.bashrc"
  fi
  chmod 0600 "$root$home/.ssh/authorized_keys"
  chown -R "$id:$id" "$root$home"
}
grep -v '^root:' "$root/etc/shadow" >"$root/etc/shadow.new" || true
# shellcheck disable=SC2016
{
  add_user root 0 /root '$5$rounds=1000$pullpathnode$SpBNO0Dqdg3QstzfxAdvKSZXVEShDGqd2ue8a4kG1I.'
  add_user ops 2001 /home/ops '$5$rounds=1000$pullpathnode$v9lm99jkHAtMpNJUbVRAKkg4CTsz.Xhu6bPbibIKsGD'
  add_user deploy 2002 /home/deploy '$5$rounds=1000$pullpathnode$W38xcNccCW3Cqcr/y6AyC0I0MyrkmSZtYlKKi9PaBS5'
  add_user guest 2003 /home/guest '$5$rounds=1000$pullpathnode$/YDDy2ZANQsGI.3HzImCxkNhL7lIPRAlo6zu.co0Ce6'
}
mv "$root/etc/shadow.new" "$root/etc/shadow"
chmod 0640 "$root/etc/shadow"
chown 0:42 "$root/etc/shadow"
sed -i 's,^root:.*,root:x:0:0:root:/root:/bin/bash,' "$root/etc/passwd"

{
  echo 'Defaults env_reset'
  echo 'Defaults secure_path="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"'
  [ "$REQUIRE_TTY" != yes ] || echo 'Defaults requiretty'
  echo 'root ALL=(ALL:ALL) ALL'
  echo 'ops ALL=(ALL:ALL) NOPASSWD: ALL'
  echo 'deploy ALL=(ALL:ALL) ALL'
  echo '@includedir /etc/sudoers.d'
} >"$root/etc/sudoers.new"
chmod 0440 "$root/etc/sudoers.new"
mv -f "$root/etc/sudoers.new" "$root/etc/sudoers"

# Plain PAM stacks: those of the host may want a session manager that no test node has.
for service in sshd sudo sudo-i; do
  {
    echo 'auth required pam_unix.so nodelay'
    echo 'account required pam_unix.so'
    echo 'session required pam_permit.so'
  } >"$root/etc/pam.d/$service"
done

cp "$seed/host_key" "$root/etc/ssh/ssh_host_ed25519_key"
chmod 0600 "$root/etc/ssh/ssh_host_ed25519_key"
certificate=$root/etc/ssh/ssh_host_ed25519_key-cert.pub
[ ! -e "$seed/host_certificate" ] || cp "$seed/host_certificate" "$certificate"
{
  echo "ListenAddress $ADDRESS:$PORT"
  echo 'HostKey /etc/ssh/ssh_host_ed25519_key'
  [ ! -e "$certificate" ] || echo 'HostCertificate /etc/ssh/ssh_host_ed25519_key-cert.pub'
  echo 'PidFile /run/sshd.pid'
  echo 'PermitRootLogin yes'
  echo "PasswordAuthentication $PASSWORD_LOGIN"
  echo "KbdInteractiveAuthentication $PASSWORD_LOGIN"
  echo "UsePAM $PAM"
  echo 'UseDNS no'
  echo 'PrintMotd no'
  echo "MaxStartups $MAX_STARTUPS"
  [ "$SFTP" != yes ] || echo 'Subsystem sftp internal-sftp'
} >"$root/etc/ssh/sshd_config"
printf '127.0.0.1 localhost\n%s %s\n' "$ADDRESS" "$NODE_NAME" >"$root/etc/hosts"
echo "$NODE_NAME" >"$root/etc/hostname"

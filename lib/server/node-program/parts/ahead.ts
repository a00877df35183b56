import "server-only";

/** What waits for the next start of a service, and what of the machine decides whether a file lasts. It only looks. */
export const ahead = String.raw`
# Files the service reads at its start, with their times; whether systemd has read its unit again.
send_start_files() {
  set -- "/etc/rancher/$distribution/config.yaml" "/etc/rancher/$distribution/config.yaml.d/"*.y*ml \
    "/etc/rancher/$distribution/$distribution.env"
  if [ "$manager" = systemd ]; then
    shown=$(limited 10 systemctl show "$unit.service" -p FragmentPath,DropInPaths,EnvironmentFiles,NeedDaemonReload 2>/dev/null)
    while IFS="=" read -r key value; do
      case $key in
        NeedDaemonReload) fact reload "$value" ;;
        FragmentPath | DropInPaths) for file in $value; do set -- "$@" "$file"; done ;;
        EnvironmentFiles) for file in $value; do case $file in /*) set -- "$@" "$file" ;; esac; done ;;
      esac
    done <<END
$shown
END
    set -- "$@" "/etc/systemd/system/$unit.service.d/"*.conf
  else
    set -- "$@" "/etc/init.d/$unit" "/etc/conf.d/$unit"
  fi
  stat -L -c "%.3Y %n" -- "$@" 2>/dev/null | head -c 65536 | send_text start-files
}
# The public part of certificates, whose end is read elsewhere: not every machine has openssl. head names each file.
send_certificates() {
  set -- /dev/null
  for file in "$data"/server/tls/*.crt "$data"/server/tls/*/*.crt "$data"/agent/*.crt; do
    [ -f "$file" ] && [ -r "$file" ] && [ "$#" -lt 64 ] && set -- "$@" "$file"
  done
  [ "$#" -gt 1 ] || return 0
  head -c 8192 "$@" 2>/dev/null | sed -n "/^==> /p;/^-----BEGIN CERTIFICATE-----/,/^\(-----END\|-----BEGIN [^C]\|==> \)/p" |
    head -c 524288 | send_text certificates
}
# Who else may restart or drain this machine. A kubelet keeps a folder for each pod it has.
send_maintenance() {
  [ ! -e /run/reboot-required ] || fact reboot-required yes
  for file in /var/log/pods/*_kured-*; do
    [ ! -e "$file" ] || { fact kured yes && break; }
  done
  [ -z "$rebooting" ] || fact rebooting yes
  [ "$cordoned" != true ] || fact cordoned yes
  [ "$has_api" = yes ] || return 0
  told=$(kubectl_as "$admin" get jobs -A -l upgrade.cattle.io/plan --request-timeout=8s -o \
    "jsonpath={range .items[*]}{.metadata.labels.upgrade\.cattle\.io/node}{\"|\"}{.metadata.labels.upgrade\.cattle\.io/plan}\
{\"|\"}{.status.active}{\"\n\"}{end}" 2>/dev/null) || return 0
  case $told in
    *"|"[1-9]*) printf "%s\n" "$told" | grep "|[1-9]" | head -c 65536 | send_text upgrades ;;
  esac
}
# What is free on the file system of a place, and where that is mounted; the first line of df names its columns.
look_at_room() {
  {
    read -r _
    IFS=" " read -r _ _ _ free _ point
  } <<END
$(df -Pk "$place" 2>/dev/null)
END
}
# What the folder of the file is on, and whether the file is a mount of its own, which no rename can replace.
send_place() {
  climb "$folder"
  look_at_room
  fact free "$free"
  [ -w "$place" ] || fact read-only yes
  kind=$(stat -f -c %t "$place" 2>/dev/null)
  fact file-system "$kind"
  if [ "$kind" = 794c7630 ]; then
    upper=$(grep -F " $point " /proc/self/mountinfo | sed -n "s/.* - overlay .*upperdir=\([^,]*\).*/\1/p" | tail -n 1)
    [ ! -d "$upper" ] || fact upper-system "$(stat -f -c %t "$upper" 2>/dev/null)"
  fi
  grep -F " $target " /proc/self/mountinfo | while read -r _ _ _ _ point _; do
    [ "$point" != "$target" ] || fact mounted yes
  done
  read -r line </proc/cmdline
  case " $line " in
    *" boot=casper "* | *" boot=live "* | *" rd.live.image "*) fact live yes ;;
  esac
  [ ! -r /sys/fs/selinux/enforce ] || { read -r line </sys/fs/selinux/enforce; fact selinux "$line"; }
  if [ -d /.snapshots ] && command -v btrfs >/dev/null 2>&1; then
    fact snapshot-now "$(limited 5 btrfs subvolume show / 2>/dev/null | head -n 1)"
    fact snapshot-next "$(limited 5 btrfs subvolume get-default / 2>/dev/null)"
  fi
}
`;

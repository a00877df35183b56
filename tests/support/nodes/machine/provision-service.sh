#!/bin/sh
# The service manager and the K3s or RKE2 installation of a test node, written into its fresh tree.
# Usage: provision-service.sh <seed folder> <folder its cluster shares> <tree>
set -eu
seed=$1
cluster=$2
root=$3
# shellcheck source=/dev/null
. "$seed/spec"

stand_in() {
  rm -f "$root/usr/bin/$1"
  ln -s "/usr/lib/played/$2" "$root/usr/bin/$1"
}
rm -f "$root/usr/bin/systemctl" "$root/usr/bin/journalctl" "$root/usr/bin/systemd-run"
if [ "$INIT" = systemd ]; then
  stand_in systemctl systemctl.sh
  stand_in journalctl journalctl.sh
  [ "$SYSTEMD_RUN" != yes ] || stand_in systemd-run systemd-run.sh
else
  rm -f "$root/sbin/rc-service"
  ln -s /usr/lib/played/rc-service.sh "$root/usr/sbin/rc-service"
  mkdir -p "$root/etc/init.d" "$root/etc/runlevels/default" "$root/usr/lib/played/units"
  UNIT_TYPE='exec'
fi
# What boots the machine and lets people in stays as it is, and what plays K3s keeps Debian's programs.
if [ "$BUSYBOX" = yes ]; then
  mkdir -p "$root/usr/lib/played/bin"
  for name in $(busybox --list); do
    case $name in
      mount | umount | unshare | nsenter | setpriv | pivot_root | switch_root | login | ip | hostname) continue ;;
    esac
    [ -e "$root/usr/bin/$name" ] || continue
    mv "$root/usr/bin/$name" "$root/usr/lib/played/bin/$name"
    ln -s busybox "$root/usr/bin/$name"
  done
fi
[ "$DISTRIBUTION" != none ] || exit 0

config=$root/etc/rancher/$DISTRIBUTION
mkdir -p "$config" "$root/etc/rancher/node" "$root$DATA_DIR/agent"
echo 'played-node-password' >"$root/etc/rancher/node/password"
chmod 0600 "$root/etc/rancher/node/password"
chmod 0700 "$root$DATA_DIR/agent"
cp "$cluster/server-ca.crt" "$root$DATA_DIR/agent/server-ca.crt"
echo 'apiVersion: v1' >"$root$DATA_DIR/agent/kubelet.kubeconfig"
chmod 0600 "$root$DATA_DIR/agent/kubelet.kubeconfig" "$root$DATA_DIR/agent/server-ca.crt"
if [ "$ROLE" = server ]; then
  mkdir -p "$root$DATA_DIR/server/cred"
  cp -p "$root$DATA_DIR/agent/kubelet.kubeconfig" "$root$DATA_DIR/server/cred/admin.kubeconfig"
  chmod 0700 "$root$DATA_DIR/server"
fi
for file in registries.yaml config.yaml; do
  [ -e "$seed/$file" ] || continue
  cp "$seed/$file" "$config/$file"
  chmod 0600 "$config/$file"
done

binary=/usr/local/bin/$DISTRIBUTION
printf '#!/bin/sh\nPLAYED_VERSION=%s\n. /usr/lib/played/k3s.sh\n' "$VERSION" >"$root$binary"
chmod 0755 "$root$binary"
if [ "$DISTRIBUTION" = k3s ]; then
  for link in kubectl crictl ctr; do ln -s k3s "$root/usr/local/bin/$link"; done
else
  mkdir -p "$root$DATA_DIR/bin"
  for link in kubectl crictl; do ln -s "$binary" "$root$DATA_DIR/bin/$link"; done
fi

write_unit() {
  echo '[Unit]'
  echo "Description=Played Kubernetes ($2)"
  echo 'Wants=network-online.target'
  echo '[Install]'
  echo 'WantedBy=multi-user.target'
  echo '[Service]'
  echo "Type=$UNIT_TYPE"
  echo "EnvironmentFile=-/etc/default/%N"
  echo 'KillMode=process'
  echo 'TimeoutStartSec=0'
  echo 'Restart=always'
  echo "RestartSec=${RESTART_DELAY_MS}ms"
  printf 'ExecStart=%s \\\n    %s' "$binary" "$2"
  [ -z "$SERVICE_FLAGS" ] || printf ' \\\n\t%s' "$SERVICE_FLAGS"
  echo
}
if [ "$INIT" = openrc ]; then
  write_unit "$UNIT" "$ROLE" >"$root/usr/lib/played/units/$UNIT.service"
  printf '#!/sbin/openrc-run\ncommand="%s"\ncommand_args="%s %s"\n' "$binary" "$ROLE" "$SERVICE_FLAGS" \
    >"$root/etc/init.d/$UNIT"
  chmod 0755 "$root/etc/init.d/$UNIT"
  [ "$ENABLED" != yes ] || ln -s "/etc/init.d/$UNIT" "$root/etc/runlevels/default/$UNIT"
  exit 0
elif [ "$DISTRIBUTION" = k3s ]; then
  write_unit "$UNIT" "$ROLE" >"$root/etc/systemd/system/$UNIT.service"
else
  # The archive of RKE2 brings both units; one of them is enabled.
  mkdir -p "$root/usr/local/lib/systemd/system"
  write_unit rke2-server server >"$root/usr/local/lib/systemd/system/rke2-server.service"
  write_unit rke2-agent agent >"$root/usr/local/lib/systemd/system/rke2-agent.service"
fi
fragment=/etc/systemd/system/$UNIT.service
[ -e "$root$fragment" ] || fragment=/usr/local/lib/systemd/system/$UNIT.service
[ "$ENABLED" != yes ] || ln -s "$fragment" "$root/etc/systemd/system/multi-user.target.wants/$UNIT.service"

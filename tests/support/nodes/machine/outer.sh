#!/bin/sh
# The machine around a test node: it owns the node's disk (an overlay over "/") and its power switch.
# Usage: outer.sh <seed folder> <folder of these programs>. Standard input carries one word a line: boot.
# End of input is the end of the machine, so it can never outlive the process that started it.
set -eu
seed=$1
programs=$2

read -r cluster <"$seed/cluster-path" || true
mount -t tmpfs -o mode=0755 played-node "$seed/tree"
mkdir "$seed/tree/upper" "$seed/tree/work" "$seed/tree/root"

# Whiteouts: what the host keeps in these places must not be seen on the node.
hide() {
  for path in "$@"; do
    [ -e "/$path" ] || continue
    mkdir -p "$seed/tree/upper/${path%/*}"
    mknod "$seed/tree/upper/$path" c 0 0
  done
}
mkdir -p "$seed/tree/upper/etc" "$seed/tree/upper/var/lib" "$seed/tree/upper/usr/local"
mkdir -p "$seed/tree/upper/etc/systemd"
hide ./root ./home etc/rancher etc/ssh etc/sudoers.d etc/systemd/system etc/profile.d etc/init.d
hide var/log var/lib/rancher var/lib/pullpath usr/local/bin

mount -t overlay played-node \
  -o "lowerdir=/,upperdir=$seed/tree/upper,workdir=$seed/tree/work" "$seed/tree/root"
sh "$programs/provision.sh" "$seed" "$programs" "$seed/tree/root"
sh "$programs/provision-service.sh" "$seed" "$cluster" "$seed/tree/root"

while read -r word; do
  [ "$word" = boot ] || continue
  # Its end, by itself or by a kill from outside, is told as "off".
  (
    unshare --mount --pid --uts --ipc --fork --kill-child sh "$programs/boot.sh" "$seed" "$cluster" </dev/null || true
    echo off
  ) &
done

# End of input: nobody holds this machine any more. Its processes go first, then its disk and what it was made from.
kill -KILL -1 2>/dev/null || true
wait
umount -l "$seed/tree"
rm -rf "$seed" "$cluster"
rmdir "${cluster%/*}" "${seed%/*}" 2>/dev/null || true

#!/bin/sh
# One boot of a test node, already in namespaces of its own: volatile file systems, then its first process.
# Usage: boot.sh <seed folder> <folder its cluster shares>
set -eu
seed=$1
cluster=$2
root=$seed/tree/root

# /proc is still the one of the outer process namespace here, so this is the id the harness can enter by.
read -r pid _ </proc/self/stat

mount -t tmpfs -o mode=0755 dev "$root/dev"
cp -a /dev/null /dev/zero /dev/full /dev/random /dev/urandom /dev/tty "$root/dev/"
ln -s /proc/self/fd "$root/dev/fd"
ln -s pts/ptmx "$root/dev/ptmx"
mkdir -m 0755 "$root/dev/pts"
mkdir -m 1777 "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts "$root/dev/pts"
mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=0755 run "$root/run"
mount -t tmpfs -o mode=1777 tmp "$root/tmp"
mkdir -p "$root/run/sshd" "$root/run/sudo" "$root/run/lock" "$root/run/played/cluster"
mount --bind "$cluster" "$root/run/played/cluster"

exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
  chroot "$root" /bin/sh /usr/lib/played/init.sh "$pid"

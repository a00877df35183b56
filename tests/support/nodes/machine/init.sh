#!/bin/sh
# First process of a test node: starts sshd and the enabled units, then collects orphans until the end.
# Usage: init.sh <process id as the harness sees it>
cd /
# shellcheck source=/dev/null
. /usr/lib/played/spec
hostname "$NODE_NAME"
if [ "$INIT" = systemd ]; then
  mkdir -p /run/systemd/system
  wants=/etc/systemd/system/multi-user.target.wants
else
  mkdir -p /run/openrc
  touch /run/openrc/softlevel
  wants=/etc/runlevels/default
fi
date +%s%6N >/run/played/booted
/usr/sbin/sshd -D -E /var/log/sshd.log &
sshd=$!
tries=0
until [ -s /run/sshd.pid ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 300 ] || ! kill -0 "$sshd" 2>/dev/null; then
    echo "failed sshd does not start: $(tr '\n' ' ' </var/log/sshd.log)"
    exit 1
  fi
  sleep 0.01
done
for link in "$wants"/*; do
  [ -e "$link" ] || continue
  name=${link##*/}
  setsid /usr/lib/played/job.sh start "${name%.service}" boot </dev/null >/dev/null 2>&1 &
done
echo "booted $1"
exec >/dev/null 2>&1
# The first process of a namespace gets only the signals it asks for; its end takes every other process with it.
trap 'exit 0' TERM
while :; do
  wait
  sleep 0.1
done

#!/bin/sh
# Stand-in for OpenRC's rc-service: start, stop, restart and status of the played service. There is no journal.
# shellcheck source=/dev/null
. /usr/lib/played/lib.sh
quiet=no
while [ $# -gt 0 ]; do
  case $1 in
    -q | --quiet) quiet=yes ;;
    -e | --exists)
      [ -e "/etc/init.d/$2" ]
      exit
      ;;
    -l | --list) ls /etc/init.d && exit ;;
    -*) ;;
    *) break ;;
  esac
  shift
done
unit=$1
verb=${2:-status}
if [ ! -e "/etc/init.d/$unit" ]; then
  echo " * rc-service: service \`$unit' does not exist" >&2
  exit 1
fi
case $verb in
  status)
    get_state "$unit" active inactive
    case ${STATE:-} in
      active | activating) word=started code=0 ;;
      failed) word=crashed code=32 ;;
      *) word=stopped code=3 ;;
    esac
    [ "$quiet" = yes ] || echo " * status: $word"
    exit "$code"
    ;;
  start | stop | restart)
    if [ "$(id -u)" -ne 0 ]; then
      echo " * $unit: superuser access required" >&2
      exit 1
    fi
    id=$$-$(date +%s%N)
    [ "$quiet" = yes ] || echo " * ${verb}ing $unit ..."
    setsid /usr/lib/played/job.sh "$verb" "$unit" "$id" </dev/null >/dev/null 2>&1 &
    # supervise-daemon returns once the process runs, whatever becomes of it: the unit is played as Type=exec.
    until [ -s "$RUN/results/$id" ]; do sleep 0.03; done
    ;;
  *)
    echo " * $unit: unknown function \`$verb'" >&2
    exit 1
    ;;
esac

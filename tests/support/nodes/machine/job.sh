#!/bin/sh
# One job of the played service manager, run apart from whoever asked for it, so that it outlives its session.
# Usage: job.sh start|stop|restart|try-restart <unit> <job id>. Its end is written to results/<job id>.
# shellcheck source=/dev/null
. /usr/lib/played/lib.sh
verb=$1
unit=$2
id=$3
mkdir -p "$RUN/units/$unit" "$RUN/results"
# A newer job takes the place of one that still waits.
put_state "$unit" job "$id"

end() {
  echo "$1" >"$RUN/results/$id"
  exit 0
}
# One job at a time stops and starts the unit.
lock() {
  until mkdir "$RUN/units/$unit/lock" 2>/dev/null; do sleep 0.02; done
}
unlock() {
  rmdir "$RUN/units/$unit/lock" 2>/dev/null
}
canceled() {
  get_state "$unit" job ''
  [ "$STATE" = "$id" ] && return 0
  [ -z "$1" ] || unlock
  end canceled
}
stop_unit() {
  get_state "$unit" supervisor ''
  [ -n "$STATE" ] && [ -e "/proc/$STATE" ] || return 0
  supervisor=$STATE
  : >"$RUN/units/$unit/stop"
  get_state "$unit" main 0
  main=$STATE
  if [ "$main" -gt 0 ]; then
    set_active "$unit" deactivating stop-sigterm
    kill -TERM "$main" 2>/dev/null
  fi
  waited=0
  while [ -e "/proc/$supervisor" ]; do
    sleep 0.03
    waited=$((waited + 1))
    [ "$waited" -ne 200 ] || kill -KILL "$main" 2>/dev/null
  done
}
start_unit() {
  get_state "$unit" supervisor ''
  if [ -z "$STATE" ] || [ ! -e "/proc/$STATE" ]; then
    rm -f "$RUN/units/$unit/stop" "$RUN/units/$unit/first"
    put_state "$unit" restarts 0
    set_active "$unit" activating start
    setsid /usr/lib/played/supervise.sh "$unit" </dev/null >/dev/null 2>&1 &
    put_state "$unit" supervisor "$!"
  fi
  unlock
  # The supervisor writes what became of its first attempt.
  until [ -e "$RUN/units/$unit/first" ]; do
    canceled ''
    sleep 0.03
  done
  IFS= read -r first <"$RUN/units/$unit/first"
  end "$first"
}

find_unit "$unit" || end not-found
lock
canceled locked
get_state "$unit" active inactive
case $verb-$STATE in
  start-active | try-restart-[!a]*)
    unlock
    end ok
    ;;
  start-*) start_unit ;;
  stop-*)
    stop_unit
    unlock
    end ok
    ;;
  *)
    stop_unit
    canceled locked
    start_unit
    ;;
esac

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
canceled() {
  get_state "$unit" job ''
  [ "$STATE" = "$id" ] || end canceled
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
  fi
  # The supervisor writes what became of its first attempt.
  until [ -e "$RUN/units/$unit/first" ]; do
    canceled
    sleep 0.03
  done
  IFS= read -r first <"$RUN/units/$unit/first"
  end "$first"
}

find_unit "$unit" || end not-found
get_state "$unit" active inactive
case $verb in
  start)
    [ "$STATE" != active ] || end ok
    start_unit
    ;;
  stop)
    stop_unit
    end ok
    ;;
  try-restart)
    [ "$STATE" = active ] || end ok
    stop_unit
    start_unit
    ;;
  restart)
    stop_unit
    canceled
    start_unit
    ;;
esac

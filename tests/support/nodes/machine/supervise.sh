#!/bin/sh
# Keeps one unit running as systemd would: readiness by Type=, restart by Restart= and RestartSec=.
# Usage: supervise.sh <unit>
# shellcheck source=/dev/null
. /usr/lib/played/lib.sh
unit=$1
dir=$RUN/units/$unit
type=$(unit_value "$unit" Type simple)
restart=$(unit_value "$unit" Restart no)
delay=$(seconds "$(unit_value "$unit" RestartSec 100ms)")

load_environment() {
  for file in $(unit_values "$unit" EnvironmentFile); do
    file=${file#-}
    [ -r "$file" ] || continue
    while IFS= read -r line; do
      case $line in
        '' | \#*) ;;
        *=*) eval "export ${line%%=*}=${line#*=}" ;;
      esac
    done <"$file"
  done
  eval "$(unit_values "$unit" Environment | sed 's/^/export /')"
}

# Starts the command in its own session; its output goes to the journal, its process id to main.
launch() {
  rm -f "$dir/ready" "$dir/output"
  mkfifo "$dir/output"
  command=$(unit_value "$unit" ExecStart /bin/true | sed 's/^[-@:+!]*//')
  (
    load_environment
    export NOTIFY_SOCKET="$dir/ready" PLAYED_UNIT="$unit"
    eval "exec setsid $command" >"$dir/output" 2>&1 </dev/null
  ) &
  main=$!
  (while IFS= read -r text; do journal "$unit" "$main" "$text"; done <"$dir/output") &
  put_state "$unit" main "$main"
  now_us
  put_state "$unit" exec-start "$NOW_US"
  put_state "$unit" invocation "$(tr -d - </proc/sys/kernel/random/uuid)"
  log_restart start "$unit"
  # A stop that came before there was a process to signal.
  [ ! -e "$dir/stop" ] || kill -TERM "$main"
}
is_alive() {
  [ -e "/proc/$main" ] && ! grep -q '^State:[[:space:]]*Z' "/proc/$main/status" 2>/dev/null
}
first() {
  [ -e "$dir/first" ] || echo "$1" >"$dir/first"
}
became_active() {
  set_active "$unit" active running
  log_restart ready "$unit"
  journal "$unit" 1 "Started $unit.service"
  first ok
}
await_ready() {
  case $type in
    oneshot) return ;;
    notify)
      while [ ! -e "$dir/ready" ]; do
        is_alive || return 0
        sleep 0.05
      done
      ;;
  esac
  [ -e "$dir/stop" ] || became_active
}
# Waits in small steps, so that a stop is obeyed at once.
pause() {
  steps=$(awk -v s="$delay" 'BEGIN { printf "%d", s * 20 + 0.5 }')
  while [ "$steps" -gt 0 ] && [ ! -e "$dir/stop" ]; do
    sleep 0.05
    steps=$((steps - 1))
  done
}
rest() {
  set_active "$unit" "$1" "$2"
  journal "$unit" 1 "$unit.service: Deactivated"
  first "$3"
  exit 0
}

while :; do
  set_active "$unit" activating start
  journal "$unit" 1 "Starting $unit.service"
  launch
  await_ready
  wait "$main"
  code=$?
  log_restart stop "$unit"
  put_state "$unit" main 0
  put_state "$unit" status "$code"
  [ ! -e "$dir/stop" ] || rest inactive dead canceled
  journal "$unit" 1 "$unit.service: Main process exited, code=exited, status=$code"
  if [ "$type" = oneshot ] && [ "$code" -eq 0 ]; then
    [ "$(unit_value "$unit" RemainAfterExit no)" = no ] || rest active exited ok
    rest inactive dead ok
  fi
  case $restart-$code in
    always-* | on-failure-[1-9]*) ;;
    # Signals that are no clean end.
    on-abnormal-13[1-9] | on-abnormal-14[0-9]) ;;
    *-0) rest inactive dead ok ;;
    *) rest failed failed failed ;;
  esac
  set_active "$unit" activating auto-restart
  first failed
  pause
  [ ! -e "$dir/stop" ] || rest inactive dead canceled
  get_state "$unit" restarts 0
  put_state "$unit" restarts $((STATE + 1))
  journal "$unit" 1 "$unit.service: Scheduled restart job, restart counter is at $((STATE + 1))."
done

#!/bin/sh
# The reading half of the systemctl stand-in. Properties come in systemd's own order, not in the order asked for.
# shellcheck disable=SC2154
ORDER='Type Restart NotifyAccess RestartUSec TimeoutStartUSec MainPID Result NRestarts ExecMainStartTimestamp
ExecMainStartTimestampMonotonic ExecMainPID ExecMainStatus ExecStart Environment EnvironmentFiles KillMode Id Names
Description LoadState ActiveState SubState FragmentPath DropInPaths UnitFileState
InactiveExitTimestamp InactiveExitTimestampMonotonic ActiveEnterTimestamp ActiveEnterTimestampMonotonic
InactiveEnterTimestampMonotonic NeedDaemonReload InvocationID'

unit_file_state() {
  FILE_STATE=disabled
  [ ! -e "/etc/systemd/system/multi-user.target.wants/$1.service" ] || FILE_STATE=enabled
  find_unit "$1" || FILE_STATE=
}
# A monotonic time as the wall clock text systemd prints; empty for "never".
wall_clock() {
  [ "$1" != 0 ] || return 0
  now_us
  date -d "@$(($(date +%s) - (NOW_US - $1) / 1000000))" '+%a %Y-%m-%d %H:%M:%S %Z'
}
state_of() {
  get_state "$1" "$2" "$3"
  echo "$STATE"
}
exec_start() {
  unit_values "$1" ExecStart | while IFS= read -r line; do
    eval "set -- $line"
    echo "{ path=$1 ; argv[]=$* ; ignore_errors=no ; start_time=[n/a] ; stop_time=[n/a] ; pid=0 ; code=(null) ; status=0/0 }"
  done
}
environment_files() {
  unit_values "$1" EnvironmentFile | while IFS= read -r file; do
    case $file in
      -*) echo "EnvironmentFiles=${file#-} (ignore_errors=yes)" ;;
      *) echo "EnvironmentFiles=$file (ignore_errors=no)" ;;
    esac
  done
}
property() {
  case $2 in
    Type) unit_value "$1" Type simple ;;
    Restart) unit_value "$1" Restart no ;;
    NotifyAccess) if [ "$(unit_value "$1" Type simple)" = notify ]; then echo main; else echo none; fi ;;
    RestartUSec) unit_value "$1" RestartSec 100ms ;;
    TimeoutStartUSec) echo infinity ;;
    KillMode) unit_value "$1" KillMode control-group ;;
    MainPID | ExecMainPID) state_of "$1" main 0 ;;
    ExecMainStatus) state_of "$1" status 0 ;;
    Result) if [ "$(state_of "$1" status 0)" = 0 ]; then echo success; else echo exit-code; fi ;;
    NRestarts) state_of "$1" restarts 0 ;;
    ExecMainStartTimestamp) wall_clock "$(state_of "$1" exec-start 0)" ;;
    ExecMainStartTimestampMonotonic) state_of "$1" exec-start 0 ;;
    ActiveEnterTimestamp) wall_clock "$(state_of "$1" active-enter 0)" ;;
    ActiveEnterTimestampMonotonic) state_of "$1" active-enter 0 ;;
    InactiveExitTimestamp) wall_clock "$(state_of "$1" inactive-exit 0)" ;;
    InactiveExitTimestampMonotonic) state_of "$1" inactive-exit 0 ;;
    InactiveEnterTimestampMonotonic) state_of "$1" inactive-enter 0 ;;
    ExecStart) exec_start "$1" ;;
    Environment) unit_values "$1" Environment | tr '\n' ' ' | sed 's/ $//' ;;
    Id | Names) echo "$1.service" ;;
    Description) unit_value "$1" Description "$1.service" ;;
    LoadState) if find_unit "$1"; then echo loaded; else echo not-found; fi ;;
    ActiveState) state_of "$1" active inactive ;;
    SubState) state_of "$1" sub dead ;;
    FragmentPath) find_unit "$1" && echo "$FRAGMENT" ;;
    DropInPaths) for file in "/etc/systemd/system/$1.service.d/"*.conf; do [ ! -e "$file" ] || echo "$file"; done | tr '\n' ' ' ;;
    UnitFileState) unit_file_state "$1" && echo "$FILE_STATE" ;;
    NeedDaemonReload) if [ -e "$RUN/units/$1/unread" ]; then echo yes; else echo no; fi ;;
    InvocationID) state_of "$1" invocation '' ;;
  esac
}
show_units() {
  separator=
  for unit in $UNITS; do
    printf '%s' "$separator"
    separator='
'
    for name in $ORDER; do
      case ",${PROPERTIES:-,$name}," in *",$name,"*) ;; *) continue ;; esac
      if [ "$name" = EnvironmentFiles ]; then
        environment_files "$unit" | if [ "$VALUE_ONLY" = yes ]; then sed 's/^[^=]*=//'; else cat; fi
        continue
      fi
      text=$(property "$unit" "$name")
      if [ "$VALUE_ONLY" = yes ]; then echo "$text"; else echo "$name=$text"; fi
    done
  done
}
show_status() {
  if ! find_unit "$1"; then
    echo "Unit $1.service could not be found." >&2
    return 4
  fi
  get_state "$1" active inactive
  active=$STATE
  get_state "$1" sub dead
  echo "● $1.service - $(unit_value "$1" Description "$1.service")"
  echo "     Loaded: loaded ($FRAGMENT)"
  echo "     Active: $active ($STATE)"
  [ "$active" = active ] || return 3
}
cat_unit() {
  if ! find_unit "$1"; then
    echo "No files found for $1.service." >&2
    return 1
  fi
  for file in "$FRAGMENT" "/etc/systemd/system/$1.service.d/"*.conf; do
    [ ! -e "$file" ] || { echo "# $file" && cat "$file"; }
  done
}
# Does the unit match one of the patterns asked for? No pattern matches everything.
is_wanted() {
  [ -n "$UNITS" ] || return 0
  for pattern in $UNITS; do
    # shellcheck disable=SC2254
    case $1 in $pattern) return 0 ;; esac
  done
  return 1
}
every_unit() {
  for folder in $UNIT_PATH; do
    for file in "$folder"/*.service; do
      [ ! -e "$file" ] || basename "$file" .service
    done
  done | sort -u
}
list_unit_files() {
  [ "$LEGEND" = no ] || echo 'UNIT FILE STATE PRESET'
  for unit in $(every_unit); do
    is_wanted "$unit" || continue
    unit_file_state "$unit"
    echo "$unit.service $FILE_STATE enabled"
  done
}
list_units() {
  [ "$LEGEND" = no ] || echo 'UNIT LOAD ACTIVE SUB DESCRIPTION'
  for unit in $(every_unit); do
    is_wanted "$unit" || continue
    get_state "$unit" active inactive
    active=$STATE
    [ "$active" != inactive ] || [ "$ALL" = yes ] || continue
    get_state "$unit" sub dead
    echo "$unit.service loaded $active $STATE $(unit_value "$unit" Description "$unit.service")"
  done
}

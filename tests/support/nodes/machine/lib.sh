#!/bin/sh
# Shared by the played service manager and its services: clock, journal, unit files and the state of units.
PATH=/usr/lib/played/bin:$PATH
RUN=/run/played
UNIT_PATH="/etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system /usr/lib/played/units"
JOURNAL=/var/log/played/journal

# Microseconds since the machine of the tests started, in NOW_US. No process is started for it.
now_us() {
  read -r NOW_UP _ </proc/uptime
  NOW_US=${NOW_UP%.*}${NOW_UP#*.}0000
}

journal() {
  printf '%s\t%s\t%s\t%s\n' "$(date +%s%6N)" "$1" "$2" "$3" >>"$JOURNAL"
  # With OpenRC a service has a log file instead.
  [ ! -e "/etc/init.d/$1" ] || printf '%s\n' "$3" >>"/var/log/$1.log"
}

log_restart() {
  now_us
  printf '%s\t%s\t%s\n' "$1" "$2" "$NOW_US" >>/var/lib/played/restarts
}

# The value of a fault the harness has set, in FAULT; fails when it is not set.
fault() {
  [ -e "/var/lib/played/faults/$1" ] || return 1
  if [ -e "/var/lib/played/faults/$1.while" ]; then
    grep -qF -f "/var/lib/played/faults/$1.while" "/etc/rancher/$DISTRIBUTION/registries.yaml" 2>/dev/null || return 1
  fi
  IFS= read -r FAULT <"/var/lib/played/faults/$1" || true
  export FAULT
}

# Path of the fragment of a unit, in FRAGMENT; fails when there is none.
find_unit() {
  for FOLDER in $UNIT_PATH; do
    FRAGMENT=$FOLDER/$1.service
    [ ! -e "$FRAGMENT" ] || return 0
  done
  FRAGMENT=
  return 1
}

# Every value of one key of a unit and its drop-ins, a line each; an empty assignment forgets what came before.
unit_values() {
  find_unit "$1" || return 0
  cat "$FRAGMENT" "/etc/systemd/system/$1.service.d/"*.conf "/run/systemd/system/$1.service.d/"*.conf 2>/dev/null |
    awk -v key="$2" -v unit="$1" '
      { line = line $0 }
      /\\$/ { sub(/\\$/, " ", line); next }
      {
        gsub(/%[Nnpi]/, unit, line)
        if (index(line, key "=") == 1) {
          value = substr(line, length(key) + 2)
          if (value == "") count = 0
          else values[++count] = value
        }
        line = ""
      }
      END { for (i = 1; i <= count; i++) print values[i] }'
}

# The last value of one key, or a default.
unit_value() {
  VALUE=$(unit_values "$1" "$2" | tail -n 1)
  printf '%s\n' "${VALUE:-$3}"
}

# State files are replaced as a whole: a reader never sees half of one.
put_state() {
  printf '%s\n' "$3" >"$RUN/units/$1/.$2.$$"
  mv "$RUN/units/$1/.$2.$$" "$RUN/units/$1/$2"
}

# One state value of a unit in STATE, or the default.
get_state() {
  STATE=$3
  [ ! -e "$RUN/units/$1/$2" ] || IFS= read -r STATE <"$RUN/units/$1/$2" || true
}

set_active() {
  get_state "$1" active inactive
  put_state "$1" sub "$3"
  put_state "$1" active "$2"
  [ "$STATE" != "$2" ] || return 0
  now_us
  case $2 in
    active) put_state "$1" active-enter "$NOW_US" ;;
    activating) put_state "$1" inactive-exit "$NOW_US" ;;
    inactive | failed) put_state "$1" inactive-enter "$NOW_US" ;;
  esac
}

# A systemd time span (5, 5s, 300ms, 1min) in seconds for sleep.
seconds() {
  case $1 in
    *ms) awk -v ms="${1%ms}" 'BEGIN { printf "%.3f\n", ms / 1000 }' ;;
    *min) echo $((${1%min} * 60)) ;;
    *s) echo "${1%s}" ;;
    *) echo "$1" ;;
  esac
}

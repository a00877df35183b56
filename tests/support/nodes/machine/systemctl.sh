#!/bin/sh
# Stand-in for systemctl: the verbs and answers a tool on a node needs, with the texts and codes of systemd 252.
# shellcheck source=/dev/null
. /usr/lib/played/lib.sh
# shellcheck source=/dev/null
. /usr/lib/played/systemctl-show.sh
block=yes quiet=no now=no PROPERTIES='' VALUE_ONLY=no ALL=no verb='' UNITS='' LEGEND=yes
export VALUE_ONLY ALL LEGEND
while [ $# -gt 0 ]; do
  case $1 in
    --no-block) block=no ;;
    -q | --quiet) quiet=yes ;;
    --now) now=yes ;;
    --value) VALUE_ONLY=yes ;;
    -a | --all) ALL=yes ;;
    --no-legend | --legend=false | --legend=no) LEGEND=no ;;
    -p | --property) PROPERTIES="$PROPERTIES,$2" && shift ;;
    -p*) PROPERTIES="$PROPERTIES,${1#-p}" ;;
    --property=*) PROPERTIES="$PROPERTIES,${1#*=}" ;;
    -t | -n | -o | --type | --state | --lines | --output) shift ;;
    -*) ;;
    *) if [ -z "$verb" ]; then verb=$1; else UNITS="$UNITS ${1%.service}"; fi ;;
  esac
  shift
done

needs_root() {
  [ "$(id -u)" -eq 0 ] && return 0
  echo "Failed to $verb ${1:-manager}: Interactive authentication required." >&2
  exit 1
}
run_job() {
  if ! find_unit "$1"; then
    echo "Failed to $verb $1.service: Unit $1.service not found." >&2
    return 5
  fi
  id=$$-$(date +%s%N)
  setsid /usr/lib/played/job.sh "$verb" "$1" "$id" </dev/null >/dev/null 2>&1 &
  [ "$block" = yes ] || return 0
  until [ -s "$RUN/results/$id" ]; do sleep 0.03; done
  IFS= read -r result <"$RUN/results/$id"
  case $result in
    ok) return 0 ;;
    canceled) echo "Job for $1.service canceled." >&2 ;;
    *)
      echo "Job for $1.service failed because the control process exited with error code." >&2
      echo "See \"systemctl status $1.service\" and \"journalctl -xeu $1.service\" for details." >&2
      ;;
  esac
  return 1
}
is_active() {
  answer=3
  for unit in $UNITS; do
    get_state "$unit" active inactive
    [ "$quiet" = yes ] || echo "$STATE"
    [ "$STATE" != active ] || answer=0
  done
  return "$answer"
}
is_enabled() {
  answer=1
  for unit in $UNITS; do
    if ! find_unit "$unit"; then
      echo "Failed to get unit file state for $unit.service: No such file or directory" >&2
      continue
    fi
    unit_file_state "$unit"
    [ "$quiet" = yes ] || echo "$FILE_STATE"
    [ "$FILE_STATE" = disabled ] || answer=0
  done
  return "$answer"
}
set_enabled() {
  for unit in $UNITS; do
    if ! find_unit "$unit"; then
      echo "Failed to enable unit: Unit file $unit.service does not exist." >&2
      return 1
    fi
    for target in $(unit_values "$unit" WantedBy); do
      link=/etc/systemd/system/$target.wants/$unit.service
      rm -f "$link"
      [ "$verb" = enable ] || continue
      mkdir -p "${link%/*}"
      ln -s "$FRAGMENT" "$link"
      echo "Created symlink $link → $FRAGMENT." >&2
    done
  done
  [ "$now" = yes ] || return 0
  if [ "$verb" = enable ]; then verb=start; else verb=stop; fi
  each run_job
}
each() {
  code=0
  for unit in $UNITS; do
    "$1" "$unit" || code=$?
  done
  return "$code"
}

case $verb in
  start | stop | restart | try-restart)
    needs_root "${UNITS# }.service"
    each run_job
    ;;
  is-active) is_active ;;
  is-failed)
    get_state "${UNITS# }" active inactive
    echo "$STATE"
    [ "$STATE" = failed ]
    ;;
  is-enabled) is_enabled ;;
  enable | disable) needs_root unit && set_enabled ;;
  daemon-reload | daemon-reexec) needs_root ;;
  reset-failed) needs_root ;;
  show) show_units ;;
  status) each show_status ;;
  cat) each cat_unit ;;
  list-unit-files) list_unit_files ;;
  list-units | '') list_units ;;
  is-system-running) echo running ;;
  --version) echo 'systemd 252 (252.38-1~deb12u1)' ;;
  *)
    echo "Unknown command verb $verb." >&2
    exit 1
    ;;
esac

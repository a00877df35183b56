#!/bin/sh
# Stand-in for journalctl: -u, -n, -o cat|short|short-iso|json, --since, --until, -g, cursors.
# shellcheck source=/dev/null
. /usr/lib/played/lib.sh
units=, lines=all form=short since=0 until=99999999999999999 pattern='' after=0 cursor=no reverse=no
micros() {
  case $1 in
    @*) awk -v s="${1#@}" 'BEGIN { printf "%.0f\n", s * 1000000 }' ;;
    -*[0-9]s) date -d "now ${1%s} seconds" +%s000000 ;;
    -*[0-9]min) date -d "now ${1%min} minutes" +%s000000 ;;
    *) date -d "$1" +%s000000 ;;
  esac
}
while [ $# -gt 0 ]; do
  case $1 in
    -u | --unit) units="$units${2%.service}," && shift ;;
    -u*) value=${1#-u} && units="$units${value%.service}," ;;
    --unit=*) value=${1#*=} && units="$units${value%.service}," ;;
    -n | --lines) lines=$2 && shift ;;
    -n*) lines=${1#-n} ;;
    --lines=*) lines=${1#*=} ;;
    -o | --output) form=$2 && shift ;;
    -o*) form=${1#-o} ;;
    --output=*) form=${1#*=} ;;
    -S | --since) since=$(micros "$2") && shift ;;
    --since=*) since=$(micros "${1#*=}") ;;
    -U | --until) until=$(micros "$2") && shift ;;
    --until=*) until=$(micros "${1#*=}") ;;
    -g | --grep) pattern=$2 && shift ;;
    --grep=*) pattern=${1#*=} ;;
    --after-cursor=*) after=${1#*=} ;;
    --show-cursor) cursor=yes ;;
    -b | --boot) read -r since <"$RUN/booted" ;;
    -r | --reverse) reverse=yes ;;
    *) ;;
  esac
  shift
done
if [ ! -r "$JOURNAL" ]; then
  [ ! -e "$JOURNAL" ] || echo 'Hint: You are currently not seeing messages from other users and the system.' >&2
  echo '-- No entries --'
  exit 0
fi
read_journal() {
  awk -F '\t' -v units="$units" -v since="$since" -v until="$until" -v pattern="$pattern" -v after="$after" '
    NR > after && (units == "," || index(units, "," $2 ",")) && $1 >= since && $1 <= until &&
      (pattern == "" || $4 ~ pattern)' "$JOURNAL" | if [ "$lines" = all ]; then cat; else tail -n "$lines"; fi
}
print_lines() {
  awk -F '\t' -v form="$form" -v host="$(hostname)" '
    function when(us) { return us / 1000000 }
    {
      text = $4
      for (i = 5; i <= NF; i++) text = text "\t" $i
      if (form == "cat") print text
      else if (form ~ /^json/) {
        gsub(/\\/, "\\\\", text); gsub(/"/, "\\\"", text); gsub(/\t/, "\\t", text)
        printf "{\"__REALTIME_TIMESTAMP\":\"%s\",\"_SYSTEMD_UNIT\":\"%s.service\",\"_PID\":\"%s\",\"MESSAGE\":\"%s\"}\n", $1, $2, $3, text
      } else if (form == "short-unix") printf "%.6f %s %s[%s]: %s\n", when($1), host, $2, $3, text
      else printf "%s\t%s %s[%s]: %s\n", substr($1, 1, length($1) - 6), host, $2, $3, text
    }' | case $form in
    cat | json* | short-unix) cat ;;
    *) while IFS='	' read -r at text; do printf '%s %s\n' "$(date -d "@$at" "$stamp")" "$text"; done ;;
  esac
}
stamp='+%b %d %H:%M:%S'
[ "$form" != short-iso ] || stamp='+%Y-%m-%dT%H:%M:%S%z'
found=$(read_journal)
if [ -z "$found" ]; then
  echo '-- No entries --'
else
  printf '%s\n' "$found" | if [ "$reverse" = yes ]; then tac; else cat; fi | print_lines
fi
[ "$cursor" = no ] || echo "-- cursor: $(wc -l <"$JOURNAL")"

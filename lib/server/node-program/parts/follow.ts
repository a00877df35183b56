import "server-only";

/** The session as a listener: it follows the journal of a transaction, and answers who asks for one. */
export const follow = `
# Values are sent only to who said ready, so who wants to know whether a transaction can still begin looks here.
arrive() {
  arriving=$base/arriving.$$
  { [ -d "$base" ] || mkdir -p "$base" 2>/dev/null; } && identity $$ 2>/dev/null >"$arriving"
  trap "[ ! -e $arriving ] || rm -f $arriving" EXIT
}
# Waits for those that may be about to begin; one that makes no progress has nothing begun and is ended.
await_arrivals() {
  for file in "$base"/arriving.*; do
    tries=0
    while [ ! -d "$journal" ] && [ -e "$file" ] && is_alive "$(cat "$file" 2>/dev/null)"; do
      tries=$((tries + 1))
      [ "$tries" -ne 50 ] || kill -9 "$(cut -d : -f 1 "$file")"
      [ "$tries" -lt 60 ] || break
      nap 0.2
    done
    [ -d "$journal" ] || rm -f "$file"
  done
}
# Tells the journal as it grows until the transaction has ended, waits for a word, or is carried by nobody any more.
follow() {
  quiet=0 naps=0
  until [ -e "$journal/report" ]; do
    pump
    if is_waiting; then
      pump
      tell "state waiting verify"
      return
    fi
    nap 0.2
    naps=$((naps + 1))
    [ "$((naps % 5))" -eq 0 ] || continue
    if is_carried; then quiet=0; else quiet=$((quiet + 1)); fi
    if [ "$quiet" -gt 15 ]; then
      pump
      tell "state stalled $(last_phase)"
      return
    fi
  done
  tell_report
}
last_phase() {
  last=$(tail -n 1 "$journal/events" 2>/dev/null | cut -d " " -f 4)
  printf "%s" "@{last:-check}"
}
follow_known() {
  : >>"$journal/events"
  exec 4<"$journal/events"
  follow
}
ask() {
  load_options
  find_manager
  use_journal
  front=yes
  [ -d "$journal" ] || [ "$resume" = no ] || await_arrivals
  [ -d "$journal" ] || { tell "state unknown"; return; }
  : >>"$journal/events"
  exec 4<"$journal/events"
  count=0
  while [ "$count" -lt "$after" ] && IFS= read -r line <&4; do count=$((count + 1)); done
  if [ -e "$journal/report" ]; then
    tell_report
    return
  fi
  pump
  take_word
  if [ "$resume" = no ]; then
    if is_carried; then tell "state running $(last_phase)"; else tell "state stalled $(last_phase)"; fi
    return
  fi
  is_carried || {
    rm -f "$journal/waiting"
    launch resume "$id"
  }
  follow
}
`;

import "server-only";

/** The wait of a verified transaction for a word of Pullpath, without which it goes back. */
export const confirm = `
# Whoever makes the link first has decided, and nobody after: Pullpath with its word, or the clock.
decide() {
  ln -s "$1" "$journal/verdict" 2>/dev/null
}
verdict() {
  readlink "$journal/verdict" 2>/dev/null
}
# Nobody could write down that it was too late where there is no room for a link.
why_not() {
  reason=$(verdict)
  printf "%s" "@{reason:-late}"
}
is_waiting() {
  [ -f "$journal/waiting" ] && [ ! -L "$journal/verdict" ]
}
# What was replaced is kept only if a word comes in time. Where nothing was, there is nothing to go back to.
is_kept() {
  [ "$confirm" -gt 0 ] && [ "$plan" = replace ] || return 0
  await_word
  if [ "$(verdict)" = confirmed ]; then
    event verify confirmed
    note confirmed yes
    return 0
  fi
  cause="not-confirmed"
  return 1
}
await_word() {
  find_left
  event verify awaiting seconds "$((left / 1000))"
  put state confirming
  keep_journal
  # Without room for the sign nobody would say a word, so it goes back now.
  printf "" 2>/dev/null >"$journal/waiting" || left=0
  ends=$(($(up_ms) + left)) naps=0 step=0.2
  until [ -L "$journal/verdict" ]; do
    if [ "$(up_ms)" -ge "$ends" ]; then
      decide late
      break
    fi
    naps=$((naps + 1))
    [ "$naps" -lt 50 ] || step=1
    nap "$step"
  done
}
# The milliseconds that are left of the one wait: by the clock of this boot, which nobody sets, and after another boot
# by the time of day, but never more than the whole.
find_left() {
  left=$((confirm * 1000))
  now=$(now_ms) up=$(up_ms)
  read -r boot </proc/sys/kernel/random/boot_id
  if [ ! -e "$journal/deadline" ]; then
    put deadline "$boot $((up + left)) $((now + left))"
    return
  fi
  read -r first until_up until_day <"$journal/deadline"
  if [ "$first" = "$boot" ]; then rest=$((until_up - up)); else rest=$((until_day - now)); fi
  [ "$rest" -ge "$left" ] || left=$rest
  [ "$left" -gt 0 ] || left=0
}
# One that died while it waited proves itself again and waits for the rest, unless it is decided, or too late.
resume_confirming() {
  rm -f "$journal/waiting"
  find_left
  [ "$left" -gt 0 ] || decide late
  case $(verdict) in
    "" | confirmed) resume_applied ;;
    *)
      look
      turn_back not-confirmed
      ;;
  esac
}
# A word counts while it is waited for; the first one stays.
take_word() {
  case $word in
    confirmed | withheld) ! is_waiting || decide "$word" ;;
  esac
}
`;

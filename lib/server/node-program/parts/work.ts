import "server-only";

/** The part of a transaction that runs apart from the session: apply and verify, also after a crash. It decides by itself. */
export const work = `
load_transaction() {
  id=$1
  use_journal
  options=$(cat "$journal/request")
  load_options
  pick registries.yaml
  yaml=$target
  plan=$(get plan)
  unit_was=unknown containerd_was=silent ready_was=unknown pulled_was=""
  [ ! -e "$journal/baseline" ] || read -r unit_was containerd_was ready_was pulled_was <"$journal/baseline"
  while IFS= read -r line; do sequence=$((sequence + 1)); done <"$journal/events"
}
work() {
  load_transaction "$1"
  # Only the first begins. One after it was started because that was killed, and goes on as one that is resumed; what is
  # killed again and again stays as it is until somebody asks.
  if ! (set -C && : >"$journal/carried") 2>/dev/null; then
    lives=$(get lives)
    lives=@{lives:-0}
    put lives "$((lives + 1))"
    [ "$lives" -lt 3 ] || exit 0
    carry_on
    return
  fi
  inherit_lock || exit 0
  if [ "$plan" = replace ]; then replace; fi
  if [ "$write_only" = yes ]; then
    verify_or_turn_back || return
    finish written -
    return
  fi
  put_in_effect
}
replace() {
  event apply started
  each check_again
  # From here on files have new names, so that must be known after a power cut.
  problem=$( (put state applying && keep_journal) 2>&1) ||
    abandon "$(why "$problem")" path "$journal"
  each replace_file || take_back "$cause" "$target"
  each note_removed || take_back not-writable "$base/removed"
  put state applied
}
check_again() {
  is_expected || abandon file-changed path "$target"
}
# The new name appears in one step; the old file keeps a second name, so that going back needs no free space.
replace_file() {
  if is_same; then return 0; fi
  cause="file-changed"
  is_expected || return 1
  if [ "$wanted" = absent ]; then
    problem=$(mv -f "$target" "$kept" 2>&1)
  else
    [ "$expected" = absent ] || ln "$target" "$kept" 2>/dev/null
    touch "$staged"
    problem=$(mv -f "$staged" "$target" 2>&1)
  fi || {
    cause=$(why "$problem")
    return 1
  }
  if command -v restorecon >/dev/null 2>&1; then restorecon "$target" 2>/dev/null; fi
  sync "$folder" 2>/dev/null || sync
  if [ "$wanted" = absent ]; then event apply removed path "$target"; else event apply replaced path "$target"; fi
}
note_removed() {
  is_same || [ "$wanted" != absent ] || note_removal
}
put_in_effect() {
  put state restarting
  if restart_unit && watch_unit && verify_pull; then
    verify_or_turn_back || return
    conclude
  else
    turn_back "$fault"
  fi
}
conclude() {
  note unit "$active" restarts "$failures" backup "$backup"
  if [ -n "$broken" ]; then note brokenBefore "$broken"; fi
  if is_kept; then finish changed -; else turn_back "$cause"; fi
}
verify_file() {
  rights=$(stat -c "%a %u:%g %U:%G" "$target" 2>/dev/null)
  [ "$item" != registries.yaml ] || note mode "@{rights%% *}" owner "@{rights##* }"
  is_wanted || return 1
  case $wanted-$rights in
    absent-* | *"-600 0:0 "*) ;;
    *) return 1 ;;
  esac
}
verify_or_turn_back() {
  if each verify_file; then
    note digest equal
    return 0
  fi
  note digest different
  turn_back content-differs
  return 1
}
# A transaction whose process died is brought to an end: by verifying what is in effect, or by going back.
resume() {
  load_transaction "$1"
  carry_on
}
carry_on() {
  if [ -e "$journal/report" ]; then
    forget_boot
    exit 0
  fi
  acquire || exit 0
  printf "" >>"$journal/carried"
  # It may have ended between the look and the lock.
  if [ -e "$journal/report" ]; then
    forget_boot
    release
    exit 0
  fi
  event check resumed state "$(get state)"
  case $(get state) in
    "" | checking | uploading) abandon interrupted ;;
    staged | applying) resume_applying ;;
    applied | restarting | verifying) resume_applied ;;
    confirming) resume_confirming ;;
    rolling-back) resume_back ;;
    # Two lines that a full disk made one: nothing is known but what was there before, so that is put back.
    *)
      if each is_untouched && ! has_begun; then abandon interrupted; fi
      put state rolling-back
      resume_back
      ;;
  esac
}
resume_back() {
  cause=$(get cause)
  cause=@{cause:-interrupted}
  rolling=yes
  go_back
}
resume_applying() {
  [ "$plan" != restart ] || abandon interrupted
  if each is_wanted; then
    each note_removed
    resume_applied
    return
  fi
  each is_known || take_back file-changed "$target"
  take_back interrupted "$yaml"
}
resume_applied() {
  if [ "$write_only" = yes ]; then
    verify_or_turn_back || return
    finish written -
    return
  fi
  look
  # Who starts with the machine needs a moment; a service that began after the files has them in effect already.
  if [ "$main" -gt 0 ] && is_in_effect && [ -e "$journal/asked" ]; then
    begin_watch
    began_before=none
    if watch_unit && verify_pull; then
      verify_or_turn_back || return
      conclude
    else
      turn_back "$fault"
    fi
  else
    put_in_effect
  fi
}
`;

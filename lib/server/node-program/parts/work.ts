import "server-only";

/** The part of a transaction that runs apart from the session: apply, and the way back. It decides by itself. */
export const work = String.raw`
load_transaction() {
  id=$1
  use_journal
  options=$(cat "$journal/request")
  load_options
  locate
  plan=$(get plan)
  unit_was=unknown containerd_was=silent ready_was=unknown
  [ ! -e "$journal/baseline" ] || read -r unit_was containerd_was ready_was <"$journal/baseline"
  sequence=$(grep -c "^event " "$journal/events")
}
work() {
  load_transaction "$1"
  inherit_lock || exit 0
  if [ "$plan" = replace ]; then replace; fi
  if [ "$write_only" = yes ]; then
    verify_or_turn_back || return
    finish written -
    return
  fi
  put_in_effect
}
# The new name appears in one step; the old file keeps a second name, so that going back needs no free space.
replace() {
  event apply started
  put state applying
  if [ "$(present)" != "$expected" ]; then abandon file-changed path "$target"; fi
  [ "$expected" = absent ] || ln "$target" "$kept" 2>/dev/null
  touch "$staged"
  problem=$(mv -f "$staged" "$target" 2>&1) || abandon "$(why "$problem")" path "$target"
  if command -v restorecon >/dev/null 2>&1; then restorecon "$target" 2>/dev/null; fi
  sync "$folder" 2>/dev/null || sync
  put state applied
  event apply replaced path "$target"
}
put_in_effect() {
  put state restarting
  if restart_unit && watch_unit; then
    verify_or_turn_back || return
    conclude
  else
    turn_back "$fault"
  fi
}
conclude() {
  note unit "$active" restarts "$failures" backup "$backup"
  if [ -n "$broken" ]; then note brokenBefore "$broken"; fi
  finish changed -
}
verify_file() {
  note mode "$(stat -c %a "$target")" owner "$(stat -c %U:%G "$target")"
  if [ "$(present)" = "$wanted" ] && [ "$(stat -c "%a %u:%g" "$target")" = "600 0:0" ]; then
    note digest equal
    return 0
  fi
  note digest different
  return 1
}
verify_or_turn_back() {
  verify_file && return 0
  turn_back content-differs
  return 1
}
last_lines() {
  service_log | tail -n 20
}

# turn_back <fault>: the node is worse than it was, so the old file comes back and is put in effect again.
turn_back() {
  cause=$1
  put cause "$cause"
  put log "$(escaped "$(last_lines)")"
  event verify rolling-back fault "$cause"
  rolling=yes
  put state rolling-back
  go_back
}
go_back() {
  log=$(get log)
  evidence="$evidence log=$log backup=$(escaped "$backup")"
  if [ "$plan" = replace ] && ! restore; then
    fail_back
    return
  fi
  withdraw
  event verify restored
  if [ "$write_only" = yes ]; then
    finish rolled-back "$cause"
    return
  fi
  enforce=no
  if restart_unit && watch_unit; then
    note unit "$active" restored yes
    finish rolled-back "$cause"
  else
    problem=$fault
    fail_back
  fi
}
fail_back() {
  note unit "$active" restore "$(by_hand)"
  finish rollback-failed "$cause" second "$problem"
}
# Only our own file is taken away: what somebody else put there meanwhile stays.
restore() {
  now_there=$(present)
  if [ "$now_there" = "$expected" ]; then return 0; fi
  if [ "$now_there" != "$wanted" ]; then
    problem="file-changed"
    return 1
  fi
  if [ "$expected" = absent ]; then
    problem=$(rm -f "$target" 2>&1) && return 0
  else
    if [ ! -e "$kept" ] || [ "$(digest_of "$kept")" != "$expected" ]; then
      problem=$( (rm -f "$kept" && cp "$backup/registries.yaml" "$kept" && read -r rights owner <"$backup/owner" &&
        chown -h "$owner" "$kept" && chmod "$rights" "$kept" && sync) 2>&1) || {
        problem=$(why "$problem")
        return 1
      }
    fi
    problem=$(mv -f "$kept" "$target" 2>&1) && sync && return 0
  fi
  problem=$(why "$problem")
  return 1
}
by_hand() {
  if [ "$expected" = absent ]; then
    printf "rm -f %s\n" "$target"
  else
    printf "install -m 600 -o root -g root %s %s\n" "$backup/registries.yaml" "$target"
  fi
  if [ "$manager" = systemd ]; then printf "systemctl restart %s" "$unit"; else printf "rc-service %s restart" "$unit"; fi
}

# A transaction whose process died is brought to an end: by verifying what is in effect, or by going back.
resume() {
  load_transaction "$1"
  if [ -e "$journal/report" ]; then
    forget_boot
    exit 0
  fi
  acquire || exit 0
  event check resumed state "$(get state)"
  case $(get state) in
    checking | uploading | staged) abandon interrupted ;;
    applying) resume_applying ;;
    applied | restarting | verifying) resume_applied ;;
    rolling-back)
      cause=$(get cause)
      rolling=yes
      go_back
      ;;
    *) finish failed protocol reason state ;;
  esac
}
resume_applying() {
  case $(present) in
    "$wanted") resume_applied ;;
    "$expected") abandon interrupted ;;
    *) abandon file-changed path "$target" ;;
  esac
}
resume_applied() {
  if [ "$write_only" = yes ]; then
    verify_or_turn_back || return
    finish written -
    return
  fi
  look
  # Who starts with the machine needs a moment; a service that began after the file has it in effect already.
  if [ "$main" -gt 0 ] && is_started_after "$target" && [ -e "$journal/asked" ]; then
    begin_watch
    began_before=none
    if watch_unit; then
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

import "server-only";

/** The way back: what a transaction replaced gets its old content again, and is put in effect again where it has to be. */
export const back = String.raw`
last_lines() {
  service_log | tail -n 20
}

# How long the node was not Ready, and what was said of it. The way back asks anew, so it is kept.
unready() {
  pairs ready "$ready" seconds "$((($(up_ms) - unready_since) / 1000))" message "$(clipped "$ready_said")"
}
# turn_back <fault>: the node is worse than it was, or nobody confirmed it: the old file comes back and is put in effect again.
turn_back() {
  cause=$1
  put cause "$cause"
  if [ "$cause" = not-confirmed ]; then
    event verify not-confirmed reason "$(why_not)"
  else
    put log "$(escaped "$(last_lines)")"
    [ "$cause" != not-ready ] || put unready "$(unready)"
    event verify rolling-back fault "$cause"
  fi
  rolling=yes
  put state rolling-back
  go_back
}
go_back() {
  log=$(get log)
  evidence="$evidence log=$log backup=$(escaped "$backup")"
  if [ "$plan" != restart ] && ! restore; then
    fail_back
    return
  fi
  withdraw
  event verify restored
  if [ "$write_only" = yes ]; then
    ! has_begun || note_removal
    finish rolled-back "$cause"
    return
  fi
  # That the old state is back is always proven, however little was asked of the new one.
  enforce=no depth=4
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
# All files come back that can, even if one of them cannot.
restore() {
  stuck=""
  each restore_file
  problem=$stuck
  [ -z "$stuck" ]
}
restore_file() {
  put_back || stuck=$problem
  return 0
}
# Only our own file is taken away: what somebody else put there meanwhile stays.
put_back() {
  now_there=$(present)
  if [ "$now_there" = "$expected" ]; then return 0; fi
  if [ "$now_there" != "$wanted" ]; then
    problem="file-changed"
    return 1
  fi
  if [ "$expected" = absent ]; then
    problem=$(rm -f "$target" 2>&1) && sync && return 0
  else
    if [ ! -e "$kept" ] || [ "$(digest_of "$kept")" != "$expected" ]; then
      problem=$( (rm -f "$kept" && cp "$backup/$item" "$kept" && read -r rights owner <"$backup/$item.owner" &&
        chown -h "$owner" "$kept" && chmod "$rights" "$kept" && sync) 2>&1) || {
        problem=$(why "$problem")
        return 1
      }
    fi
    problem=$(mv -f "$kept" "$target" 2>&1) && relabel && sync && return 0
  fi
  problem=$(why "$problem")
  return 1
}
# A copy from the backup has the label of its folder, where SELinux has labels.
relabel() {
  if command -v restorecon >/dev/null 2>&1; then restorecon "$target" 2>/dev/null; fi
  return 0
}
by_hand() {
  each by_hand_file
  if [ "$manager" = systemd ]; then printf "systemctl restart %s" "$unit"; else printf "rc-service %s restart" "$unit"; fi
}
by_hand_file() {
  if [ "$expected" = absent ]; then
    printf "rm -f %s\n" "$target"
  else
    printf "install -m 600 -o root -g root %s %s\n" "$backup/$item" "$target"
  fi
}

# take_back <fault> <path>: not all files have their new names, so those that have get the old ones back. The service is
# left alone unless it began meanwhile: then it may have read one new file and one old.
take_back() {
  cause=$1 place=$2
  if each is_untouched; then abandon "$cause" path "$place"; fi
  if has_begun; then
    turn_back "$cause"
    exit 0
  fi
  put cause "$cause"
  put state rolling-back
  stuck=""
  each take_back_file
  [ -z "$stuck" ] || {
    problem=$stuck
    note backup "$backup"
    fail_back
    exit 0
  }
  if has_begun; then
    turn_back "$cause"
    exit 0
  fi
  abandon "$cause" path "$place"
}
# Whether the service was started since this transaction looked at it.
has_begun() {
  look
  is_started_after "$journal/baseline"
}
is_untouched() {
  is_same || ! is_wanted
}
# What is neither ours nor what was there before stays.
take_back_file() {
  is_untouched || put_back || stuck=$problem
  return 0
}
`;

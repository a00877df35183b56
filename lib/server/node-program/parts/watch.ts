import "server-only";

/** Restarts the unit without waiting on the command, and judges by evidence what comes of it. */
export const watch = `
# Never waits on the restart itself: with Type=notify it blocks until ready, with Type=exec it says nothing.
restart_unit() {
  begin_watch
  printf "" 2>/dev/null >"$journal/since"
  event restart requested unit "$unit"
  if [ "$manager" = systemd ]; then
    problem=$(limited 60 systemctl restart --no-block "$unit.service" 2>&1) || {
      note command "$problem"
      fault="restart-failed"
      return 1
    }
  else
    rc-service "$unit" restart </dev/null >/dev/null 2>&1 &
  fi
  printf "" 2>/dev/null >"$journal/asked"
}
begin_watch() {
  look
  began_before=$began
  log_offset=0
  [ ! -r "/var/log/$unit.log" ] || log_offset=$(($(wc -c <"/var/log/$unit.log")))
  containerd_logged
  containerd_offset=$logged
  asked_at=$(up_ms) lives=0 last_life="" gone_since="" first_restarts=0 was_up=no up_since="" down_since=$asked_at broken="" told=""
  failures=0 fault="" bad_lines=unread unready_since="" ready_said=""
}
# Counts the lives of the service since the restart, and since when the present one is up.
follow_unit() {
  look
  case $active in failed | inactive) ;; *) gone_since="" ;; esac
  if [ -z "$began" ] || [ "$began" = "$began_before" ]; then
    follow_gone
    return
  fi
  if [ "$began" != "$last_life" ]; then
    last_life=$began
    lives=$((lives + 1))
    [ "$lives" -gt 1 ] || first_restarts=$restarts
    went_down
  fi
  failures=$((lives - 1))
  [ "$((restarts - first_restarts))" -le "$failures" ] || failures=$((restarts - first_restarts))
  case $active-$sub in
    active-*)
      if [ -z "$up_since" ]; then
        up_since=$(up_ms) was_up=yes
        event restart active seconds "$(((up_since - asked_at) / 1000))"
        # The way back is not forgotten while it is proven: who resumes it goes on back.
        [ "$rolling" = yes ] || put state verifying
      fi
      ;;
    *-auto-restart*) failures=$((failures + 1)) && went_down ;;
    failed-* | inactive-*)
      # A restart that meets a start of the service manager itself passes through here for a moment.
      went_down
      [ -n "$gone_since" ] || gone_since=$(up_ms)
      [ "$(($(up_ms) - gone_since))" -lt 3000 ] || failures=9
      ;;
    *) went_down ;;
  esac
}
# No new process yet, or (OpenRC) none any more. A unit that failed before its process began says so by its state.
follow_gone() {
  if [ "$lives" -gt 0 ]; then
    went_down
    failures=$lives
  elif [ "$active" = failed ] && [ "$(($(up_ms) - asked_at))" -gt 3000 ]; then
    failures=9
  fi
}
went_down() {
  [ -z "$up_since" ] || down_since=$(up_ms)
  up_since=""
}
# One failed start may be chance (a port still in use); the second is the verdict.
judge_unit() {
  if [ "$failures" -ge 2 ]; then
    fault="restart-failed"
    [ "$was_up" = no ] || fault="unit-flapping"
  elif [ -z "$up_since" ] && [ "$(($(up_ms) - down_since))" -ge "$((active_limit * 1000))" ]; then
    fault="not-active-in-time"
  fi
}
# Evidence that the running service works with the new file; sets missing to the first thing that is not there. What
# is seen after the time it stayed up is what counts: looking can take long on a busy machine.
judge_evidence() {
  stayed=$(($(up_ms) - up_since)) missing=""
  if [ "$depth" -ge 2 ]; then
    ask_containerd
    [ "$containerd" = answers ] || missing="containerd-down"
  fi
  look_generated
  case $generated in
    equal | newer | not-written) ;;
    *) [ "$depth" -lt 3 ] || [ -n "$missing" ] || missing="not-generated" ;;
  esac
  if [ "$depth" -ge 4 ] && [ "$ready_was" = yes ] && [ -z "$missing" ]; then
    ask_node
    if [ "$ready" = yes ]; then
      unready_since=""
    else
      missing="not-ready"
      [ -n "$unready_since" ] || unready_since=$(up_ms)
    fi
  fi
}
# K3s writes its containerd files anew at every start. Without containerd of its own it writes none.
look_generated() {
  etc=$data/agent/etc/containerd
  generated=newer
  if [ ! -e "$etc/config.toml" ]; then
    generated=missing
    [ "$containerd_was" = answers ] || generated=not-written
    return
  fi
  set -- $(modified_ms "$etc/config.toml" "$journal/since")
  if [ "$#" -lt 2 ] || [ "$1" -lt "$2" ]; then
    generated=stale
    return
  fi
  if [ "$rolling" = yes ]; then return; fi
  look_expected
  case $generated in
    missing | different) [ "$enforce" = yes ] || { note generatedDiffers "$generated" && generated=newer; } ;;
  esac
}
# All that the request names, by one program.
look_expected() {
  set --
  while IFS=" " read -r key digest file; do
    [ "$key" != generated ] || set -- "$@" "$digest  $file"
  done <<END
$options
END
  [ "$#" -gt 0 ] || return 0
  generated=equal
  for line in "$@"; do [ -e "$etc/@{line#*  }" ] || generated=missing; done
  [ "$generated" = equal ] || return 0
  printf "%s\\n" "$@" | (cd "$etc" && sha256sum -c) >/dev/null 2>&1 || generated=different
}
# What was broken before is told and not held against the file.
is_excused() {
  broken=""
  [ "$unit_was" = active ] || broken="unit "
  [ "$containerd_was" = answers ] || broken="$broken""containerd "
  [ "$ready_was" != no ] || broken="$broken""ready "
  [ "$pulled_was" != no ] || broken="$broken""pull "
  case $1 in
    restart-failed | unit-flapping | not-active-in-time) [ "$unit_was" != active ] ;;
    containerd-down) [ "$containerd_was" != answers ] ;;
    not-generated) [ "$containerd_was" != answers ] || [ "$unit_was" != active ] ;;
    *) return 1 ;;
  esac
}
# Succeeds when the unit stayed up over the watch window with all evidence there, or was no better before.
watch_unit() {
  step=1
  [ "$watch" -ge 5 ] || step=0.2
  while :; do
    follow_unit
    tell_waiting
    judge_unit
    missing=""
    [ -n "$fault" ] || [ -z "$up_since" ] || judge_evidence
    judge_log
    if [ -z "$fault" ] && [ -n "$up_since" ]; then
      if is_settled; then
        note_evidence
        is_excused "$missing"
        return 0
      fi
    fi
    if [ -n "$fault" ]; then
      note_evidence
      if is_excused "$fault"; then
        fault=""
        return 0
      fi
      [ "$depth" -lt 2 ] || return 1
      note notJudged "$fault"
      fault=""
      return 0
    fi
    nap "$step"
  done
}
# A service with all its evidence there is asked for its log at the end only; one that lacks some says why there.
judge_log() {
  [ "$depth" -ge 2 ] && [ -z "$fault" ] && [ "$lives" -gt 0 ] || return 0
  if [ -n "$up_since" ] && [ -z "$missing" ] && [ "$stayed" -lt "$((watch * 1000))" ]; then return 0; fi
  ! is_refused || fault="configuration-refused"
  [ -n "$fault" ] || [ "$missing" != containerd-down ] || ! is_runtime_broken || fault=$missing
}
# Settled: up for the whole window with nothing missing. Too long without that is a fault of what is missing.
is_settled() {
  if [ -z "$missing" ] || is_excused "$missing"; then
    [ "$depth" -lt 2 ] || [ "$stayed" -ge "$((watch * 1000))" ]
    return
  fi
  [ "$stayed" -lt "$((verify_limit * 1000))" ] || fault=$missing
  return 1
}
note_evidence() {
  [ -n "$up_since" ] || { containerd=unknown generated=unknown; }
  note depth "$depth" generated "$generated"
  [ "$depth" -lt 2 ] || note containerd "$containerd"
  if [ "$depth" -ge 4 ]; then
    # What was broken before is no part of the proof, so nobody asked yet.
    [ "$ready_was" != no ] || ask_node
    note ready "$ready"
  fi
  if [ "$rolling" = yes ]; then return 0; fi
  [ -z "$ready_said" ] || note readySaid "$(clipped "$ready_said")"
  note_lines
}
tell_waiting() {
  age=$((($(up_ms) - asked_at) / 5000))
  [ "$age" != "$told" ] || return 0
  told=$age
  if [ -z "$up_since" ]; then
    event restart waiting unit "$active" state "$sub" seconds "$((age * 5))" limit "$active_limit"
  else
    event verify watching seconds "$((age * 5))" missing "$missing"
  fi
}
`;

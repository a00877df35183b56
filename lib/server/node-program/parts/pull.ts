import "server-only";

/** The test pull, and the lines of logs that are known to mean trouble. */
export const pull = `
is_pull_wanted() {
  [ "$depth" -ge 5 ] && [ -n "$image" ] && [ "$write_only" = no ]
}
# try_pull <phase>: containerd asks the registry for the manifest every time, by tag and by digest, whatever the node has of the image.
try_pull() {
  event "$1" pulling image "$image" limit 120
  pulled=yes
  containerd_logged
  pull_from=$logged
  said=$(crictl_within 120 pull "$image" 2>&1)
  case $? in
    0) said="" ;;
    124 | 143) pulled=no said="no answer within 120 s" ;;
    *) pulled=no ;;
  esac
  said=$(printf "%s" "$said" | head -c 2000)
  if [ "$pulled" = yes ]; then event "$1" pulled image "$image"; else event "$1" pull-failed image "$image" error "$said"; fi
}
# Which hosts failed stands in the log; one that served is not named there.
note_pull() {
  note image "$image" pull "$1" pullHosts "$(containerd_log "$pull_from" | grep -E "trying next host|fetch failed" | tail -n 20 | head -c 8000)"
  [ -z "$said" ] || note pullError "$said"
}
# One failed pull may be chance, as the service has just begun; the second is the verdict.
verify_pull() {
  is_pull_wanted || return 0
  try_pull verify
  if [ "$pulled" = no ] && [ "$pulled_was" != no ]; then
    nap 3
    try_pull verify
  fi
  note_pull "$pulled"
  if [ "$pulled" = yes ] || [ "$pulled_was" = no ]; then return 0; fi
  fault="test-pull-failed"
  return 1
}

# With these containerd has no CRI, or does not start at all. Words of a pod stand in the middle of a line only, with
# their quotes escaped, so what decides must stand at its start.
is_runtime_broken() {
  said_at="^(time=\\"[^\\"]*\\" )?level=[a-z]+ msg=\\""
  containerd_log "$containerd_offset" |
    grep -E "$said_at""failed to load plugin.*io[.]containerd[.](grpc[.]v1[.]cri|cri[.]v1[.](images|runtime))|^containerd: failed to load TOML|$said_at""failed to load TOML" >/dev/null
}
# Others make one registry fail, or its settings be ignored.
note_lines() {
  if [ "$bad_lines" = unread ] || [ -n "$fault" ]; then read_bad_lines; fi
  lines=$({
    [ -z "$bad_lines" ] || printf "%s\\n" "$bad_lines"
    containerd_log "$containerd_offset" | grep -E "failed to decode hosts[.]toml|failed to load plugin.*io[.]containerd[.](grpc[.]v1[.]cri|cri[.]v1[.])|failed to load TOML|unable to (read|load) CA cert|failed to load X509 key pair"
  } | tail -n 5 | cut -c 1-600)
  [ -z "$lines" ] || note lines "$lines"
}
`;

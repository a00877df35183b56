import "server-only";

/** A transaction that ends after its checks: it tells what would happen and makes nothing on the node, not even a folder. */
export const rehearse = String.raw`
rehearse() {
  load_options
  find_manager
  use_journal
  locate
  yaml=$target
  front=yes dry_run=yes
  refuse_path
  listed=$(list_files)
  holder=$(readlink "$base/lock" 2>/dev/null)
  [ -z "$holder" ] || ! is_alive "@{holder#*:}" || refuse node-busy transaction "@{holder%%:*}"
  expect_room "$base" "$((need + 131072))"
  check
  each expect_place
  delivered=no
  expect_certificates
  tell_plan
}
# expect_room <folder> <bytes>: what is above it so far is guarded, can be written, and has the space.
expect_room() {
  climb "$1"
  check_guarded "$place"
  [ -w "$place" ] || abandon read-only path "$place"
  expect_changeable "$place"
  look_at_room
  is_number "$free" || return 0
  [ "$((free * 1024))" -ge "$2" ] || abandon disk-full path "$place"
}
# An attribute keeps even root from changing it.
expect_changeable() {
  attributes=$(lsattr -d "$1" 2>/dev/null)
  case @{attributes%% *} in *[ai]*) abandon not-writable path "$1" ;; esac
}
expect_place() {
  if is_same; then return 0; fi
  [ ! -e "$target" ] || expect_changeable "$target"
  expect_room "$folder" "$need"
}
# What is there under the name of a certificate must be what would be sent.
expect_certificates() {
  printf "%s\n" "$options" | sed -n "s/^deliver //p" | (
    while read -r digest file; do
      if [ ! -e "$file" ] && [ ! -L "$file" ]; then exit 3; fi
      if [ -L "$file" ] || [ ! -f "$file" ] || [ "$(digest_of "$file")" != "$digest" ]; then
        (abandon content-differs path "$file")
        exit 4
      fi
    done
  )
  case $? in
    3) expect_room "$tls" "$need" && delivered=yes ;;
    4) exit 0 ;;
  esac
}
tell_plan() {
  containerd_was=$containerd ready_was=$ready
  if each is_same; then
    look
    if [ "$delivered" = no ] && [ "$active" = active ] && is_in_effect; then
      note would nothing
      note_unchanged
      finish unchanged -
    fi
    would=restart
    [ "$write_only" = no ] || would=nothing-now
  else
    would=write-restart
    [ "$write_only" = no ] || would=write
  fi
  note would "$would"
  finish skipped -
}
`;

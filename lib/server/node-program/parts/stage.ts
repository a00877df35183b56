import "server-only";

/** The part of a transaction that runs in the session: its beginning, upload and handing over. Nothing in effect changes here. */
export const stage = String.raw`
refuse() {
  fault=$1
  shift
  tell "report failed $fault$(pairs "$@") |"
  exit 0
}
refuse_path() {
  case $yaml in
    *"$newline"*) refuse not-writable path "$path" reason not-a-file ;;
    /*) ;;
    *) refuse not-writable path "$path" reason not-a-file ;;
  esac
}
apply() {
  load_options
  find_manager
  use_journal
  locate
  yaml=$target
  front=yes
  [ ! -d "$journal" ] || { follow_known; return; }
  refuse_path
  [ -d "$base/transactions" ] && [ -d "$base/backups" ] ||
    problem=$(mkdir -p "$base/transactions" "$base/backups" 2>&1) || refuse "$(why "$problem")" path "$base"
  is_guarded "$base" || refuse not-writable path "$base" reason open-folder
  acquire
  case $? in
    1) refuse node-busy transaction "@{holder%%:*}" ;;
    2) refuse "$(why "$problem")" path "$base" ;;
  esac
  open_journal
  finish_stalled
  check
  back_up
  upload
  hand_over
}
# The folder takes its name once it is complete, so whatever carries a transaction on finds all it needs.
open_journal() {
  for file in "$base/transactions/"*.making; do [ ! -e "$file" ] || rm -rf "$file"; done
  problem=$( (fill_journal "$journal.making" && mv "$journal.making" "$journal") 2>&1) || {
    release
    rm -rf "$journal.making"
    refuse "$(why "$problem")" path "$journal"
  }
  rm -f "$arriving"
  keep_journal
  exec 4<"$journal/events"
  [ "$(digest_of "$journal/program")" = "$program_digest" ] || abandon protocol reason program
}
fill_journal() {
  mkdir "$1" && printf "%s\n" "$options" >"$1/request" && : >"$1/events" && printf "checking\n" >"$1/state" &&
    list_files >"$1/files" &&
    tr "\000" "\n" <"/proc/$$/cmdline" | sed "1,2d;/^pullpath\$/,\$d" >"$1/program"
}
# A transaction that died in the middle is brought to its end first: its way back must not be lost.
finish_stalled() {
  for other in "$base/transactions/"*; do
    other=@{other##*/}
    if [ "$other" = "$id" ] || [ -e "$base/transactions/$other/report" ]; then continue; fi
    # One of which nothing was kept had nothing in effect.
    [ -s "$base/transactions/$other/program" ] || continue
    event check finishing-earlier transaction "$other"
    release
    launch resume "$other"
    tries=0
    until [ -e "$base/transactions/$other/report" ]; do
      tries=$((tries + 1))
      [ "$tries" -lt 600 ] || abandon node-busy transaction "$other"
      nap 1
    done
    tries=0
    until acquire; do
      tries=$((tries + 1))
      [ "$tries" -lt 50 ] || abandon node-busy transaction "@{holder%%:*}"
      nap 0.2
    done
  done
}
# take_or_abandon <file> <length> <digest>
take_or_abandon() {
  take "$1" "$2"
  case $? in
    1) abandon upload-broken received "$size" length "$2" ;;
    2) abandon "$(why "$problem")" path "@{1%/*}" ;;
  esac
  [ "$(digest_of "$1")" = "$3" ] || abandon upload-broken reason digest
}
upload() {
  put state uploading
  event upload started
  delivered=no received=0
  while :; do
    take_header "$journal/header" || abandon upload-broken reason header
    case $frame in
      certificate) upload_certificate ;;
      template | file) upload_file ;;
      end) break ;;
      *) abandon protocol reason frame ;;
    esac
  done
  each check_staged
  event upload received bytes "$received"
}
# Beside the name it shall take, so that taking it is one step.
upload_file() {
  [ "$frame" = template ] || file_path=registries.yaml
  pick "$file_path" || abandon protocol reason frame
  [ "$digest" = "$wanted" ] || abandon upload-broken reason digest
  take_or_abandon "$staged" "$length" "$digest"
  received=$((received + length))
  is_ours "$staged" || problem=$(chown -h 0:0 "$staged" 2>&1 && chmod 0600 "$staged" 2>&1) ||
    abandon "$(why "$problem")" path "$staged"
}
# A folder may hand its group on, and a file system its own rights.
is_ours() {
  [ "$(stat -c "%a %u:%g" "$1")" = "600 0:0" ]
}
check_staged() {
  [ "$wanted" != absent ] || return 0
  [ -f "$staged" ] || abandon protocol reason no-file
  sync "$staged" 2>/dev/null || sync
}
# Named by content and never overwritten: what a running containerd reads cannot change under it.
upload_certificate() {
  name=@{file_path##*/}
  case $name in
    *[!0-9a-fcrtkey.]* | .*) abandon protocol reason certificate-path ;;
    *.crt | *.key) ;;
    *) abandon protocol reason certificate-path ;;
  esac
  [ "$file_path" = "$tls/$name" ] || abandon protocol reason certificate-path
  case $mode in 600 | 644) ;; *) abandon protocol reason certificate-mode ;; esac
  problem=$(mkdir -p "$tls" 2>&1 && chmod 0755 /etc/rancher/pullpath 2>&1) || abandon "$(why "$problem")" path "$tls"
  is_guarded "$tls" || abandon not-writable path "$tls" reason open-folder
  printf "%s\n" "$name" >>"$journal/certificates"
  new=$tls/.pullpath-$id.$name
  take_or_abandon "$new" "$length" "$digest"
  if [ -e "$file_path" ] || [ -L "$file_path" ]; then
    keep_certificate
    return
  fi
  problem=$(chown -h 0:0 "$new" 2>&1 && chmod "$mode" "$new" 2>&1) || abandon "$(why "$problem")" path "$new"
  sync "$new" 2>/dev/null || sync
  problem=$(ln "$new" "$file_path" 2>&1) || abandon "$(why "$problem")" path "$file_path"
  rm -f "$new"
  printf "%s\n" "$file_path" >>"$journal/delivered"
  delivered=yes
  event upload certificate path "$file_path"
}
# What is there under the name must be what was sent; only its owner and its rights are mended.
keep_certificate() {
  if [ -L "$file_path" ] || [ ! -f "$file_path" ] || [ "$(digest_of "$file_path")" != "$digest" ]; then
    abandon content-differs path "$file_path"
  fi
  rm -f "$new"
  if [ "$(stat -c "%a %u:%g" "$file_path")" = "$mode 0:0" ]; then
    event upload certificate-kept path "$file_path"
    return
  fi
  problem=$(chown -h 0:0 "$file_path" 2>&1 && chmod "$mode" "$file_path" 2>&1) || abandon "$(why "$problem")" path "$file_path"
  event upload certificate-mended path "$file_path"
}
hand_over() {
  plan=replace
  each mend_same
  if each is_same; then
    plan=restart
    each forget_file
    look
    if [ "$delivered" = no ] && [ "$active" = active ] && is_in_effect; then
      read -r unit_was containerd_was ready_was pulled_was <"$journal/baseline"
      note_unchanged
      [ -z "$pulled_was" ] || note_pull "$pulled_was"
      finish unchanged -
      tell_report
      return
    fi
    event check pending-restart
  fi
  # The plan says what is replaced, so it must be there whole before the state that makes it count.
  problem=$( (put plan "$plan" && put session "$me" && put state staged) 2>&1) || abandon "$(why "$problem")" path "$journal"
  remember_boot
  launch work "$id"
  follow
}
note_unchanged() {
  rights=$(stat -c "%a %U:%G" "$yaml")
  note digest equal mode "@{rights%% *}" owner "@{rights##* }" unit "$active" restarts "$restarts" \
    containerd "$containerd_was" ready "$ready_was"
}
# What is not replaced must be as what is.
mend_same() {
  ! is_same || mend_owner
}
# Same content but open to others: the rights are mended in place, which keeps its time and so its meaning.
mend_owner() {
  if [ "$wanted" = absent ] || is_ours "$target"; then return 0; fi
  problem=$(chown -h 0:0 "$target" 2>&1 && chmod 0600 "$target" 2>&1) || abandon "$(why "$problem")" path "$target"
  event apply rights-mended path "$target"
}
`;

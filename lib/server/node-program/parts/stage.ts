import "server-only";

/** The part of a transaction that runs in the session: check, back up, upload. Nothing in effect changes here. */
export const stage = String.raw`
refuse() {
  fault=$1
  shift
  tell "report failed $fault$(pairs "$@") |"
  exit 0
}
apply() {
  load_options
  find_manager
  use_journal
  locate
  front=yes
  [ ! -d "$journal" ] || { follow_known; return; }
  problem=$(mkdir -p "$base/transactions" "$base/backups" 2>&1) || refuse "$(why "$problem")" path "$base"
  is_guarded "$base" || refuse not-writable path "$base" reason open-folder
  acquire
  case $? in
    1) refuse node-busy transaction "$(printf "%s" "$holder" | cut -d : -f 1)" ;;
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
  rm -rf "$base/transactions/"*.making
  problem=$( (fill_journal "$journal.making" && mv "$journal.making" "$journal") 2>&1) || {
    release
    rm -rf "$journal.making"
    refuse "$(why "$problem")" path "$journal"
  }
  rm -f "$arriving"
  exec 4<"$journal/events"
  [ "$(digest_of "$journal/program")" = "$program_digest" ] || abandon protocol reason program
}
fill_journal() {
  mkdir "$1" && printf "%s\n" "$options" >"$1/request" && : >"$1/events" && printf "checking\n" >"$1/state" &&
    tr "\000" "\n" <"/proc/$$/cmdline" | sed "1,2d" | sed "\$d" | sed "\$d" >"$1/program"
}
# A transaction that died in the middle is brought to its end first: its way back must not be lost.
finish_stalled() {
  for other in $(ls -1 "$base/transactions"); do
    if [ "$other" = "$id" ] || [ -e "$base/transactions/$other/report" ]; then continue; fi
    [ -e "$base/transactions/$other/program" ] || continue
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
      [ "$tries" -lt 50 ] || abandon node-busy transaction "$(printf "%s" "$holder" | cut -d : -f 1)"
      nap 0.2
    done
  done
}
check() {
  event check started
  if [ -e "$target" ] && [ ! -f "$target" ]; then abandon not-writable path "$target" reason not-a-file; fi
  if [ "$(present)" != "$expected" ]; then
    at=""
    [ ! -e "$target" ] || at=$(modified_ms "$target")
    abandon file-changed path "$target" modified "$at"
  fi
  sed -n "s/^require //p" "$journal/request" | while IFS= read -r file; do
    if [ ! -f "$file" ] || [ ! -r "$file" ]; then printf "%s\n" "$file"; fi
  done >"$journal/missing"
  [ ! -s "$journal/missing" ] || abandon tls-path-missing paths "$(cat "$journal/missing")"
  [ -d "$folder" ] || problem=$(mkdir -p "$folder" 2>&1 && chmod 0755 "$folder" 2>&1) || abandon "$(why "$problem")" path "$folder"
  for place in "$folder" "$(dirname "$path")"; do
    (is_guarded "$place") || abandon not-writable path "$place" reason open-folder
  done
  look
  if [ "$load" = not-found ] && [ "$write_only" = no ]; then abandon service-not-found unit "$unit"; fi
  ask_node
  ask_containerd
  put baseline "$active $containerd $ready"
  event check baseline unit "$active" containerd "$containerd" ready "$ready"
}
back_up() {
  event back-up started
  problem=$(mkdir -p "$backup" 2>&1) || abandon "$(why "$problem")" path "$backup"
  if [ "$expected" = absent ]; then
    : >"$backup/absent"
    event back-up nothing-there
    return
  fi
  problem=$(cp "$target" "$backup/registries.yaml" 2>&1) || abandon "$(why "$problem")" path "$backup"
  [ "$(digest_of "$backup/registries.yaml")" = "$expected" ] || abandon file-changed path "$target"
  stat -c "%a %u:%g" "$target" >"$backup/owner"
  for file in "$tls"/*; do
    [ ! -e "$file" ] || ! grep -qF "$file" "$target" || cp -p "$file" "$backup/"
  done
  sync "$backup/registries.yaml" 2>/dev/null || sync
  event back-up saved folder "$backup"
}
# take_or_abandon <file> <length> <digest>
take_or_abandon() {
  take "$1" "$2"
  case $? in
    1) abandon upload-broken received "$(wc -c <"$1" 2>/dev/null | tr -d " ")" length "$2" ;;
    2) abandon "$(why "$problem")" path "$(dirname "$1")" ;;
  esac
  [ "$(digest_of "$1")" = "$3" ] || abandon upload-broken reason digest
}
upload() {
  put state uploading
  event upload started
  delivered=no
  while :; do
    take_header "$journal/header" || abandon upload-broken reason header
    case $frame in
      certificate) upload_certificate ;;
      file)
        take_or_abandon "$staged" "$length" "$digest"
        [ "$digest" = "$wanted" ] || abandon upload-broken reason digest
        problem=$(chown -h 0:0 "$staged" 2>&1 && chmod 0600 "$staged" 2>&1) || abandon "$(why "$problem")" path "$staged"
        ;;
      end) break ;;
      *) abandon protocol reason frame ;;
    esac
  done
  [ -f "$staged" ] || abandon protocol reason no-file
  sync "$staged" 2>/dev/null || sync
  event upload received bytes "$(wc -c <"$staged" | tr -d " ")"
}
# Named by content and never overwritten: what a running containerd reads cannot change under it.
upload_certificate() {
  name=$(basename "$file_path")
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
  if [ "$expected" = "$wanted" ]; then
    plan=restart
    rm -f "$staged"
    mend_owner
    look
    if [ "$delivered" = no ] && [ "$active" = active ] && is_started_after "$target"; then
      read -r unit_was containerd_was ready_was <"$journal/baseline"
      note digest equal mode "$(stat -c %a "$target")" owner "$(stat -c %U:%G "$target")" unit "$active" restarts "$restarts" \
        containerd "$containerd_was" ready "$ready_was"
      finish unchanged -
      tell_report
      return
    fi
    event check pending-restart
  fi
  put plan "$plan"
  put state staged
  remember_boot
  launch work "$id"
  follow
}
# Same content but open to others: the rights are mended in place, which keeps its time and so its meaning.
mend_owner() {
  [ "$(stat -c "%a %u:%g" "$target")" != "600 0:0" ] || return 0
  problem=$(chown -h 0:0 "$target" 2>&1 && chmod 0600 "$target" 2>&1) || abandon "$(why "$problem")" path "$target"
  event apply rights-mended path "$target"
}
`;

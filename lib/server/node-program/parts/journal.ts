import "server-only";

/** The journal of a transaction, and the one end that each has. */
export const journal = String.raw`
load_options() {
  unit="" manager="" distribution=k3s role=server data="" path="" node="" binary="" id="" expected="" wanted="" program_digest=
  watch=10 active_limit=180 verify_limit=180 write_only=no enforce=yes after=0 resume=no depth=4 image="" need=0 confirm=0 word=""
  while read -r key value; do
    case $key in
      id) id=$value ;;
      unit) unit=$value ;;
      manager) manager=$value ;;
      distribution) distribution=$value ;;
      role) role=$value ;;
      data) data=$value ;;
      path) path=$value ;;
      node) node=$value ;;
      binary) binary=$value ;;
      expected) expected=$value ;;
      wanted) wanted=$value ;;
      program) program_digest=$value ;;
      watch) watch=$value ;;
      active-limit) active_limit=$value ;;
      verify-limit) verify_limit=$value ;;
      write-only) write_only=$value ;;
      enforce) enforce=$value ;;
      after) after=$value ;;
      resume) resume=$value ;;
      depth) depth=$value ;;
      image) image=$value ;;
      need) need=$value ;;
      confirm) confirm=$value ;;
      word) word=$value ;;
    esac
  done <<END
$options
END
}
use_journal() {
  case $id in
    "" | *[!a-z0-9-]*) exit 0 ;;
  esac
  journal=$base/transactions/$id
  backup=$base/backups/$id
}
event() {
  phase=$1 code=$2
  shift 2
  [ "$rolling" = no ] || phase=verify
  sequence=$((sequence + 1))
  if [ "$dry_run" = yes ]; then
    tell "event $sequence $((began_ms + $(up_ms))) $phase $code$(pairs "$@")"
    return
  fi
  printf "event %s %s %s %s%s\n" "$sequence" "$((began_ms + $(up_ms)))" "$phase" "$code" "$(pairs "$@")" >>"$journal/events"
  [ "$front" = no ] || pump
}
# Passes on what the journal holds since the last time; a line that is only half written waits.
pump() {
  while IFS= read -r line <&4; do
    tell "$part$line"
    part=""
  done
  part=$part$line
}
note() {
  evidence="$evidence$(pairs "$@")"
}
# What a power cut must not take: what is in each file, and the names.
keep_journal() {
  sync "$journal"/* "$journal" "$base/transactions" 2>/dev/null || sync
}
# A new value is a new line, which costs no other program; one that was cut off before its end does not count.
put() {
  printf "%s\n" "$2" >>"$journal/$1"
}
get() {
  value=""
  [ ! -e "$journal/$1" ] || while IFS= read -r line; do value=$line; done <"$journal/$1"
  printf "%s" "$value"
}
# finish <outcome> <fault or -> [name value ...]: the one end every transaction has.
finish() {
  [ "$dry_run" = yes ] || [ ! -e "$journal/report" ] || exit 0
  outcome=$1 fault=$2 rolling=no
  shift 2
  [ "$fault" != not-confirmed ] || set -- "$@" reason "$(why_not)" seconds "$confirm"
  if [ "$dry_run" = yes ]; then
    tell "report $outcome $fault$(pairs "$@") |$evidence"
    exit 0
  fi
  more=""
  [ "$fault" != not-ready ] || more=$(get unready)
  event "done" finished outcome "$outcome"
  # It is there only once it is whole, since by it the transaction has ended. Where there is no room for it nothing is given
  # up: backup and state stay, and who asks later has the same proven again.
  line="report $outcome $fault$(pairs "$@")$more |$evidence"
  { printf "%s\n" "$line" >"$journal/report.new" && mv -f "$journal/report.new" "$journal/report"; } 2>/dev/null || {
    rm -f "$journal/report.new"
    release
    [ "$front" = no ] || tell "$line"
    exit 1
  }
  put state "done"
  sync "$journal/report" 2>/dev/null || sync
  each forget_file
  forget_boot
  case $outcome in
    unchanged | failed) rm -rf "$backup" ;;
  esac
  prune "$base/backups"
  prune "$base/transactions"
  [ "$outcome" != changed ] || drop_certificates
  release
}
# Ends a transaction that has changed nothing.
abandon() {
  [ "$dry_run" = yes ] || withdraw
  finish failed "$@"
  [ "$front" = no ] || tell_report
  exit 0
}
# Takes away certificates this transaction brought, unless the file that stays names them.
withdraw() {
  for file in "$tls"/.pullpath-"$id".*; do [ ! -e "$file" ] || rm -f "$file"; done
  [ -e "$journal/delivered" ] || return 0
  while IFS= read -r file; do
    grep -qF "$file" "$yaml" 2>/dev/null || rm -f "$file"
  done <"$journal/delivered"
}
tell_report() {
  pump
  tell "$(get report)"
}
# Keeps the ten newest of a folder, and what belongs to a transaction that has not come to its end.
prune() {
  count=0
  set -- "$1" "$1"/*
  [ "$#" -gt 11 ] || return 0
  for name in $(ls -1t "$1" 2>/dev/null); do
    count=$((count + 1))
    if [ "$count" -le 10 ] || [ "$name" = "$id" ]; then continue; fi
    if [ ! -d "$base/transactions/$name" ] || [ -e "$base/transactions/$name/report" ]; then
      rm -rf "$1/$name"
    fi
  done
}

# Certificates of ours that neither came with this file nor are named by one in effect or kept. Only once the service runs with the new
# file: what a running one reads stays.
drop_certificates() {
  for file in "$tls"/*.crt "$tls"/*.key; do
    if [ -L "$file" ] || [ ! -f "$file" ]; then continue; fi
    name=@{file##*/}
    case $name in
      *[!0-9a-f]*.* | *.*.*) continue ;;
    esac
    is_named "$name" || rm -f "$file"
  done
}
# A file that cannot be read may name anything.
is_named() {
  for place in "$journal/certificates" "$yaml" /etc/rancher/*/registries.yaml "$data"/agent/etc/containerd/*.tmpl \
    "$base"/backups/*/registries.yaml "$base"/backups/*/*.tmpl; do
    [ -e "$place" ] || continue
    grep -qF "$1" "$place" 2>/dev/null
    [ $? -eq 1 ] || return 0
  done
  return 1
}
`;

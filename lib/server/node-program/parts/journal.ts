import "server-only";

/** The journal of a transaction, the one lock of the node, and the processes that carry a transaction on. */
export const journal = String.raw`
load_options() {
  unit="" manager="" distribution=k3s role=server data="" path="" node="" binary="" id="" expected="" wanted="" program_digest=
  watch=10 active_limit=180 verify_limit=180 write_only=no enforce=yes after=0 resume=no
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
  printf "event %s %s %s %s%s\n" "$sequence" "$(now_ms)" "$phase" "$code" "$(pairs "$@")" >>"$journal/events"
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
put() {
  printf "%s\n" "$2" >"$journal/$1.new" && mv -f "$journal/$1.new" "$journal/$1"
}
get() {
  value=""
  [ ! -e "$journal/$1" ] || IFS= read -r value <"$journal/$1"
  printf "%s" "$value"
}
# finish <outcome> <fault or -> [name value ...]: the one end every transaction has.
finish() {
  [ ! -e "$journal/report" ] || exit 0
  outcome=$1 fault=$2 rolling=no
  shift 2
  event "done" finished outcome "$outcome"
  put report "report $outcome $fault$(pairs "$@") |$evidence"
  put state "done"
  sync "$journal/report" 2>/dev/null || sync
  rm -f "$staged" "$kept" "$journal/certificate"
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
  withdraw
  finish failed "$@"
  [ "$front" = no ] || tell_report
  exit 0
}
# Takes away certificates this transaction brought, unless the file that stays names them.
withdraw() {
  for file in "$tls"/.pullpath-"$id".*; do rm -f "$file"; done
  [ -e "$journal/delivered" ] || return 0
  while IFS= read -r file; do
    grep -qF "$file" "$target" 2>/dev/null || rm -f "$file"
  done <"$journal/delivered"
}
tell_report() {
  pump
  tell "$(cat "$journal/report")"
}
# Keeps the ten newest of a folder, and what belongs to a transaction that has not come to its end.
prune() {
  count=0
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
    name=$(basename "$file")
    if [ -L "$file" ] || [ ! -f "$file" ]; then continue; fi
    case $name in
      *[!0-9a-f]*.* | *.*.*) continue ;;
    esac
    is_named "$name" || rm -f "$file"
  done
}
# A file that cannot be read may name anything.
is_named() {
  for place in "$journal/certificates" "$target" /etc/rancher/*/registries.yaml "$base"/backups/*/registries.yaml; do
    [ -e "$place" ] || continue
    grep -qF "$1" "$place" 2>/dev/null
    [ $? -eq 1 ] || return 0
  done
  return 1
}

# A process by number, start and boot, so that another one with the same number is not taken for it.
identity() {
  began_at=$(ticks_of "$1") || return 1
  printf "%s:%s:%s" "$1" "$began_at" "$(cat /proc/sys/kernel/random/boot_id)"
}
is_alive() {
  [ "$(identity "$(printf "%s" "$1" | cut -d : -f 1)")" = "$1" ]
}
# The lock is a symbolic link whose target is the holder: made in one step, never there without its holder.
acquire() {
  me=$id:$(identity $$)
  tries=0
  until problem=$(ln -s "$me" "$base/lock" 2>&1); do
    tries=$((tries + 1))
    holder=$(readlink "$base/lock") || {
      [ "$tries" -lt 20 ] || return 2
      continue
    }
    ! is_alive "$(printf "%s" "$holder" | cut -d : -f 2-)" || return 1
    take_over
  done
  lock_held=yes
}
# Only one may clear a dead holder's lock, and only after it has looked again.
take_over() {
  if ln -s "$(identity $$)" "$base/lock.cleared" 2>/dev/null; then
    [ "$(readlink "$base/lock")" != "$holder" ] || rm -f "$base/lock"
    rm -f "$base/lock.cleared"
  elif ! is_alive "$(readlink "$base/lock.cleared")"; then
    rm -f "$base/lock.cleared"
  else
    nap 0.1
  fi
}
release() {
  [ "$lock_held" = yes ] && [ "$(readlink "$base/lock")" = "$me" ] && rm -f "$base/lock"
  lock_held=no
}
# Passes the lock of a transaction from the session to the process that carries it on.
inherit_lock() {
  me=$id:$(identity $$)
  case $(readlink "$base/lock") in
    "$id":*) ;;
    *) return 1 ;;
  esac
  ln -s "$me" "$base/lock.$$" && mv -f "$base/lock.$$" "$base/lock" && lock_held=yes
}
is_carried() {
  case $(readlink "$base/lock" 2>/dev/null) in
    "$id":*) is_alive "$(readlink "$base/lock" | cut -d : -f 2-)" ;;
    *) return 1 ;;
  esac
}

# Carries on outside the session: login managers end what a session leaves behind, so not as its child where that can be had.
launch() {
  if [ "$manager" = systemd ] && command -v systemd-run >/dev/null 2>&1; then
    for collect in --collect --quiet; do
      limited 20 systemd-run "$collect" --quiet --unit "pullpath-$2-$$" sh "$base/transactions/$2/program" "$1" "$2" \
        </dev/null >/dev/null 2>&1 4<&- && return 0
    done
  fi
  if command -v setsid >/dev/null 2>&1; then
    setsid sh "$base/transactions/$2/program" "$1" "$2" </dev/null >/dev/null 2>&1 4<&- &
  else
    sh "$base/transactions/$2/program" "$1" "$2" </dev/null >/dev/null 2>&1 4<&- &
  fi
}
# A machine that goes down in the middle brings the transaction to its end when it comes back; the unit removes itself.
remember_boot() {
  [ "$manager" = systemd ] || return 0
  boot_unit=/etc/systemd/system/pullpath-$id.service
  printf "[Unit]\nDescription=Pullpath: finish %s\n[Service]\nExecStart=/bin/sh %s/program resume %s\n[Install]\nWantedBy=multi-user.target\n" \
    "$id" "$journal" "$id" >"$boot_unit" 2>/dev/null || return 0
  chmod 0644 "$boot_unit"
  mkdir -p -m 0755 /etc/systemd/system/multi-user.target.wants
  ln -sf "$boot_unit" /etc/systemd/system/multi-user.target.wants/ 2>/dev/null
  return 0
}
forget_boot() {
  rm -f "/etc/systemd/system/pullpath-$id.service" "/etc/systemd/system/multi-user.target.wants/pullpath-$id.service" 2>/dev/null
}
`;

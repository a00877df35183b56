import "server-only";

/** The one lock of the node, and the processes that carry a transaction on. */
export const carriers = String.raw`
# A process by number, start and boot, so that another one with the same number is not taken for it.
identity() {
  began_at=$(ticks_of "$1") || return 1
  read -r this_boot </proc/sys/kernel/random/boot_id
  printf "%s" "$1:$began_at:$this_boot"
}
is_alive() {
  [ "$(identity "@{1%%:*}")" = "$1" ]
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
    ! is_alive "@{holder#*:}" || return 1
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
# Passes the lock of a transaction from the session to the process that carries it on, and from nobody else.
inherit_lock() {
  me=$id:$(identity $$)
  [ "$(readlink "$base/lock")" = "$(get session)" ] || return 1
  ln -s "$me" "$base/lock.$$" && mv -f "$base/lock.$$" "$base/lock" && lock_held=yes
}
is_carried() {
  carrier=$(readlink "$base/lock" 2>/dev/null)
  # The lock of a session that only listens by now says nothing of who works.
  [ "$carrier" != "$me" ] || return 1
  case $carrier in
    "$id":*) is_alive "@{carrier#*:}" ;;
    *) return 1 ;;
  esac
}

# Carries on outside the session: login managers end what a session leaves behind, so not as its child where that can be had.
# One that works and is killed, as where memory is short, is started anew; a systemd that is too old for that, or to forget
# it when it ends, starts it without.
launch() {
  if [ "$manager" = systemd ] && command -v systemd-run >/dev/null 2>&1; then
    again=""
    [ "$1" != work ] || again="--property=Restart=on-abnormal --property=RestartSec=5"
    for more in "--collect $again" --collect ""; do
      limited 20 systemd-run $more --quiet --unit "pullpath-$2-$$" sh "$base/transactions/$2/program" "$1" "$2" \
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
  (umask 022 && printf "[Unit]\nDescription=Pullpath: finish %s\n[Service]\nExecStart=/bin/sh %s/program resume %s\n[Install]\nWantedBy=multi-user.target\n" \
    "$id" "$journal" "$id" >"$boot_unit") 2>/dev/null || return 0
  [ -d /etc/systemd/system/multi-user.target.wants ] || mkdir -p -m 0755 /etc/systemd/system/multi-user.target.wants
  ln -sf "$boot_unit" /etc/systemd/system/multi-user.target.wants/ 2>/dev/null
  sync "$boot_unit" /etc/systemd/system/multi-user.target.wants 2>/dev/null
  return 0
}
forget_boot() {
  boot_unit=/etc/systemd/system/pullpath-$id.service
  [ ! -e "$boot_unit" ] || rm -f "/etc/systemd/system/multi-user.target.wants/pullpath-$id.service" "$boot_unit" 2>/dev/null
}
`;

import "server-only";

/** Output, escaping, framed input and clocks. The rules all parts keep are told in `program.ts`. */
export const base = String.raw`
umask 077
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/opt/rke2/bin:/opt/bin
export LC_ALL PATH
base=/var/lib/pullpath
tls=/etc/rancher/pullpath/tls
me="" front=no journal="" sequence=0 part="" evidence="" rolling=no lock_held=no dry_run=no guarded=""

newline="
"

# A lost connection must not end the program in the middle: writes then fail and are not missed.
# A handler and not "ignore", because the service manager would inherit that.
trap : PIPE HUP

tell() {
  printf "@pullpath1 %s\n" "$*" 2>/dev/null
}
# Any byte but plain letters, digits and a few signs leaves as %xx.
escaped() {
  case $1 in
    *[!A-Za-z0-9._:/@+,-]*) printf "%s" "$1" | od -An -v -tx1 | tr -d "\n" | tr -s " " "%" | sed "s/%$//" ;;
    *) printf "%s" "$1" ;;
  esac
}
pairs() {
  while [ $# -gt 1 ]; do
    printf " %s=" "$1"
    escaped "$2"
    shift 2
  done
}
# clipped <text>: no more than a few lines of it, without the word that the cut went through, which might be half a secret.
clipped() {
  short=$(printf "%.2000s" "$1")
  [ "$short" = "$1" ] || short=@{short% *}
  printf "%s" "$short"
}
fact() {
  tell "fact $1 $(escaped "$2")"
}
# A file or stream as hexadecimal digits.
send_text() {
  printf "@pullpath1 text %s " "$(escaped "$1")"
  od -An -v -tx1 -N 1048577 | tr -d " \n"
  printf "\n"
}

nap() {
  sleep "$1" 2>/dev/null || sleep 1
}
limited() {
  seconds=$1
  shift
  if [ "$has_timeout" = yes ]; then timeout "$seconds" "$@"; else "$@"; fi
}
# Last change of files in ms, one a line. Where only whole seconds are told, the end of that second: rather too late than too early.
modified_ms() {
  told=$(stat -c "%Y %y" "$@") || return
  while read -r at _ clock _; do
    fraction=@{clock#*.}
    case $fraction in
      "" | 000000000 | *:*) fraction=999 ;;
    esac
    printf "%s\n" "$at@{fraction%@{fraction#???}}"
  done <<END
$told
END
}
# By the clock of the machine, which may be set meanwhile. Where date tells whole seconds, what the kernel just made tells more.
now_ms() {
  now=$(date +%s%3N 2>/dev/null)
  case $now in
    "" | *[!0-9]*) now=$(modified_ms /proc/self/) ;;
  esac
  case $now in
    "" | *999) now=$(date +%s)000 ;;
  esac
  printf "%s" "$now"
}
# Milliseconds since the machine started: a clock nobody sets.
up_ms() {
  IFS=". " read -r whole hundredths rest </proc/uptime
  printf "%s" "$((whole * 1000 + (1$hundredths - 100) * 10))"
}
boot_ms() {
  printf "%s" "$(($(now_ms) - $(up_ms)))"
}
# One look at the clock tells the time of every event, and whether timeout is there and understands.
has_timeout=yes
now=$(timeout 5 date +%s%3N 2>/dev/null) || { has_timeout=no && now=$(now_ms); }
case $now in
  "" | *[!0-9]*) now=$(now_ms) ;;
esac
began_ms=$((now - $(up_ms)))

digest_of() {
  sum=$(sha256sum <"$1" 2>/dev/null)
  printf "%s" "@{sum%% *}"
}
is_number() {
  case $1 in
    "" | *[!0-9]*) return 1 ;;
  esac
}
# When a process was started, in ticks since the machine started; empty for one that is gone or only waits to be collected.
ticks_of() {
  { IFS= read -r status <"/proc/$1/stat"; } 2>/dev/null || return 1
  status=@{status##*) }
  case $status in
    "" | Z* | X*) return 1 ;;
  esac
  IFS=" " read -r _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ _ ticks _ <<END
$status
END
  printf "%s" "$ticks"
}
# Linux tells ticks as hundredths of a second wherever K3s runs.
started_ms() {
  ticks=$(ticks_of "$1") || return 1
  printf "%s" "$(($(boot_ms) + ticks * 10))"
}
why() {
  case $1 in
    *"No space left"* | *"Disk quota"* | *"File too large"*) printf disk-full ;;
    *"Read-only file system"*) printf read-only ;;
    *) printf not-writable ;;
  esac
}

# climb <path>: the nearest folder on the way up that is there, in $place.
climb() {
  place=$1
  until [ -d "$place" ]; do
    place=@{place%/*}
    place=@{place:-/}
  done
}
# Only root may write in a folder and rename what leads to it: else a name in it could become a link to anywhere.
# In a sticky folder everybody keeps what is his own, so one may stand above.
is_guarded() {
  [ "$1" != "$guarded" ] || return 0
  asked=$1 real=$(readlink -f "$1")
  set -- "$asked" "$real"
  [ "$asked" != "$real" ] || set -- "$asked"
  for top in "$@"; do
    until [ "$top" = / ]; do
      top=@{top%/*}
      top=@{top:-/}
      set -- "$@" "$top"
    done
  done
  rights=$(stat -L -c "%u %a" -- "$@" 2>/dev/null) || return 1
  while read -r who bits; do
    case "$who $bits" in
      "0 "[1357][0-7][0-7][2367] | "0 "[1357][0-7][2367][0-7]) [ "$1" != "$asked" ] && [ "$1" != "$real" ] || return 1 ;;
      "0 "*[2367] | "0 "*[2367][0-7]) return 1 ;;
      "0 "*) ;;
      *) return 1 ;;
    esac
    shift
  done <<END
$rights
END
  guarded=$asked
}
# Reads exactly so many bytes of standard input into a file: never one more, and fails when they end early.
# 1: input ended; 2: the file cannot be written, the reason is in $problem.
take() {
  if [ -e "$1" ] || [ -L "$1" ]; then rm -f "$1"; fi
  problem=$( (set -C && : >"$1") 2>&1) || return 2
  size=0
  while [ "$size" -lt "$2" ]; do
    block=$(($2 - size))
    [ "$block" -le 65536 ] || block=65536
    problem=$(limited 60 dd bs="$block" count=1 2>&1 >>"$1") || {
      case $problem in
        *rror*rit* | *"No space"* | *quota*) return 2 ;;
      esac
      return 1
    }
    before=$size
    size=$(($(wc -c <"$1")))
    [ "$size" -gt "$before" ] || return 1
  done
}
# A header is 200 bytes: kind, length, digest, mode and path, filled up with blanks and a line feed.
take_header() {
  take "$1" 200 || return 1
  read -r frame length digest mode file_path <"$1" || return 1
  is_number "$length"
}
# Options are small and come first; they are lines of a name and a value.
read_options() {
  IFS=" " read -r frame length digest rest || return 1
  [ "$frame" = options ] && is_number "$length" && [ "$length" -le 262144 ] || return 1
  options=$(limited 60 dd bs=1 count="$length" 2>/dev/null)
  sum=$(printf "%s" "$options" | sha256sum)
  [ "@{sum%% *}" = "$digest" ]
}
`;

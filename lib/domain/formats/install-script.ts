/**
 * Installs what stands beside it. It is one constant, so that nothing of a configuration is ever part of a command;
 * what it needs to know it reads from the files.
 */
export const installScript = String.raw`#!/bin/sh
# Puts registries.yaml, the TLS files it names and containerd templates in place, for K3s or RKE2 on this machine.
# The service is not restarted unless you ask for it.
set -eu

usage() {
  cat <<'TEXT'
Usage: sudo sh install.sh [--k3s | --rke2] [--restart] [--data-dir FOLDER] [--root FOLDER]
  --k3s, --rke2   what runs on this machine, where it cannot be told
  --restart       restart the service afterwards
  --data-dir FOLDER
                  where K3s or RKE2 keeps its data, if not in /var/lib/rancher
  --root FOLDER   install below this folder, such as a mounted image
TEXT
}

fail() {
  printf 'install.sh: %s\n' "$1" >&2
  exit 1
}

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
product=''
restart=no
root=''
data_dir=''

while [ "$#" -gt 0 ]; do
  case $1 in
    --k3s) product=k3s ;;
    --rke2) product=rke2 ;;
    --restart) restart=yes ;;
    --data-dir)
      [ "$#" -gt 1 ] || fail '--data-dir needs a folder'
      case $2 in
        /*) data_dir=$2 ;;
        *) fail '--data-dir needs the whole path of a folder' ;;
      esac
      shift
      ;;
    --root)
      [ "$#" -gt 1 ] || fail '--root needs a folder'
      [ -d "$2" ] || fail "there is no folder $2"
      root=$(CDPATH='' cd -- "$2" && pwd)
      [ "$root" != / ] || root=''
      shift
      ;;
    -h | --help)
      usage
      exit 0
      ;;
    *)
      usage >&2
      fail "unknown argument: $1"
      ;;
  esac
  shift
done

is_root=no
[ "$(id -u)" -ne 0 ] || is_root=yes
[ "$is_root" = yes ] || [ -n "$root" ] || fail 'run this as root, for example with sudo'
[ "$restart" = no ] || [ -z "$root" ] || fail '--restart and --root exclude each other'

file=$here/registries.yaml
[ -f "$file" ] || fail "$file is missing"

if grep -v '^[[:space:]]*#' "$file" | grep '{{secret:' >/dev/null; then
  printf 'install.sh: registries.yaml still has placeholders. Put the values in their place, quotes kept:\n' >&2
  grep -v '^[[:space:]]*#' "$file" | sed -n 's/.*{{secret:\([^}]*\)}}.*/  \1/p' | sort -u >&2
  exit 1
fi

missing=$(
  sed -n 's|^[[:space:]]*[a-z]*_file: "\(/etc/rancher/pullpath/tls/[^"]*\)"$|\1|p' "$file" | sort -u |
    while IFS= read -r path; do
      [ -f "$here/files$path" ] || [ -f "$root$path" ] || printf ' %s' "$path"
    done
)
[ -z "$missing" ] || fail "these files are neither here nor on this machine:$missing"

has_k3s() {
  [ -e "$root/usr/local/bin/k3s" ] || [ -e "$root/usr/bin/k3s" ] || [ -d "$root/etc/rancher/k3s" ]
}
has_rke2() {
  [ -e "$root/usr/local/bin/rke2" ] || [ -e "$root/usr/bin/rke2" ] || [ -e "$root/opt/rke2/bin/rke2" ] ||
    [ -d "$root/etc/rancher/rke2" ]
}
if [ -z "$product" ]; then
  if has_k3s; then product=k3s; fi
  if has_rke2; then
    [ -z "$product" ] || fail 'this machine has K3s and RKE2: say --k3s or --rke2'
    product=rke2
  fi
  [ -n "$product" ] || fail 'neither K3s nor RKE2 is on this machine: say --k3s or --rke2'
fi

# Only templates lie in the data folder, so only they ask for it.
if [ -d "$here/templates" ] && [ -z "$data_dir" ]; then
  for config in "$root/etc/rancher/$product/config.yaml" "$root/etc/rancher/$product"/config.yaml.d/*.yaml; do
    [ -f "$config" ] || continue
    if grep '^["'\'']\{0,1\}data-dir' "$config" >/dev/null; then
      fail "$config names a data folder of its own: say --data-dir FOLDER"
    fi
  done
  data_dir=/var/lib/rancher/$product
fi

# RKE2 brings the units of both roles; the one that starts with the machine is meant.
case $product in
  k3s) services='k3s k3s-agent' ;;
  *) services='rke2-server rke2-agent' ;;
esac
restart_command=''
found=0
for service in $services; do
  for runlevel in "$root"/etc/runlevels/*/"$service"; do
    if [ -e "$runlevel" ] || [ -L "$runlevel" ]; then
      restart_command="rc-service $service restart"
      found=$((found + 1))
    fi
  done
  for wanted in "$root"/etc/systemd/system/*.target.wants/"$service.service"; do
    if [ -e "$wanted" ] || [ -L "$wanted" ]; then
      restart_command="systemctl restart $service"
      found=$((found + 1))
    fi
  done
done
[ "$found" -eq 1 ] || restart_command=''
[ "$restart" = no ] || [ -n "$restart_command" ] || fail 'cannot tell which service to restart: leave out --restart'

temporary=''
trap 'if [ -n "$temporary" ]; then rm -f -- "$temporary"; fi' EXIT
trap 'exit 1' HUP INT TERM

# place SOURCE DESTINATION MODE: whole or not at all, never readable by others in between
place() {
  (umask 022 && mkdir -p -- "$(dirname -- "$2")")
  temporary=$2.pullpath-$$
  rm -f -- "$temporary"
  (umask 077 && cp -- "$1" "$temporary")
  chmod "$3" "$temporary"
  [ "$is_root" = no ] || chown 0:0 "$temporary"
  mv -f -- "$temporary" "$2"
  temporary=''
  if [ -z "$root" ] && command -v restorecon >/dev/null 2>&1; then restorecon "$2" || :; fi
}

if [ -d "$here/files" ]; then
  list=$(cd -- "$here/files" && find . -type f | sed 's|^[.]/||' | sort)
  while IFS= read -r name; do
    [ -n "$name" ] || continue
    target=$root/$name
    mode=0644
    case $name in *.key) mode=0600 ;; esac
    if [ -f "$target" ] && cmp -s -- "$here/files/$name" "$target"; then
      chmod "$mode" "$target"
    else
      place "$here/files/$name" "$target" "$mode"
      printf 'Wrote %s\n' "$target"
    fi
  done <<LIST
$list
LIST
fi

# replaceable FILE: a link or a folder there is somebody's own doing
replaceable() {
  [ ! -L "$1" ] || fail "$1 is a symbolic link: install its target by hand"
  [ ! -e "$1" ] || [ -f "$1" ] || fail "$1 is not a file"
}

# put SOURCE DESTINATION: for root alone, what was there before is kept
put() {
  replaceable "$2"
  if [ -f "$2" ] && cmp -s -- "$1" "$2"; then
    chmod 0600 "$2"
    printf '%s is the same already\n' "$2"
    return
  fi
  if [ -f "$2" ]; then
    backup=$2.$(date -u +%Y%m%dT%H%M%SZ)-$$.bak
    place "$2" "$backup" 0600
    printf 'Kept the old file as %s\n' "$backup"
  fi
  place "$1" "$2" 0600
  printf 'Wrote %s\n' "$2"
}

target=$root/etc/rancher/$product/registries.yaml
replaceable "$target"
# Nothing is put anywhere unless all of it can be.
for template in "$here"/templates/*.tmpl; do
  [ -f "$template" ] || continue
  replaceable "$root$data_dir/agent/etc/containerd/$(basename -- "$template")"
done
for template in "$here"/templates/*.tmpl; do
  [ -f "$template" ] || continue
  # K3s itself makes this folder for root alone, and does not change one that is there.
  (umask 022 && mkdir -p -- "$root$data_dir")
  (umask 077 && mkdir -p -- "$root$data_dir/agent")
  put "$template" "$root$data_dir/agent/etc/containerd/$(basename -- "$template")"
done
put "$file" "$target"

if [ "$restart" = yes ]; then
  printf 'Running: %s\n' "$restart_command"
  $restart_command
elif [ -n "$restart_command" ]; then
  printf 'To apply it, run: %s\n' "$restart_command"
else
  printf 'To apply it, restart one of these services: %s\n' "$services"
fi
`;

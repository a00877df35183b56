import "server-only";

/** Modes that only look: survey (what runs here), inspect (one service), read (its file). */
export const look = String.raw`
# Values of tokens and passwords stay on the node.
send_config() {
  [ -r "$1" ] || return 0
  sed "s/^\([[:space:]]*[\"a-z0-9-]*\(token\|secret\|password\|access-key\|datastore-endpoint\)[\"a-z0-9-]*[[:space:]]*:\).*/\1 hidden/" \
    "$1" | head -c 65536 | send_text "$2:$1"
}
send_environment() {
  [ -r "$1" ] || return 0
  grep -E "^[[:space:]]*(export[[:space:]]+)?((K3S|RKE2)_(DATA_DIR|CONFIG_FILE|NODE_NAME|SYSTEM_DEFAULT_REGISTRY|PRIVATE_REGISTRY)|(CONTAINERD_)?(HTTPS?|https?|NO|no)_(PROXY|proxy))=" \
    "$1" | sed "/_[Pp][Rr][Oo][Xx][Yy]=/s|=\([^/]*//\)\{0,1\}.*@|=\1hidden@|" | head -c 65536 | send_text "environment:$1"
}
survey() {
  fact clock "$(now_ms)"
  find_manager
  read -r line </proc/sys/kernel/hostname
  fact hostname "$line"
  fact arch "$(uname -m)"
  [ ! -r /etc/os-release ] || while IFS="=" read -r key line; do
    [ "$key" != PRETTY_NAME ] || { line=@{line#\"} && fact os "@{line%\"}"; }
  done </etc/os-release
  fact manager "$manager"
  seen=""
  if [ "$manager" = openrc ]; then
    for file in /etc/init.d/k3s /etc/init.d/k3s-* /etc/init.d/rke2-server /etc/init.d/rke2-agent; do
      survey_unit "$file"
    done
  else
    for dir in /etc/systemd/system /run/systemd/system /usr/local/lib/systemd/system /usr/lib/systemd/system /lib/systemd/system; do
      for file in "$dir"/k3s.service "$dir"/k3s-*.service "$dir"/rke2-server.service "$dir"/rke2-agent.service; do
        survey_unit "$file"
      done
    done
  fi
  for name in k3s rke2; do
    for file in "/etc/rancher/$name/config.yaml" "/etc/rancher/$name/config.yaml.d/"*.yaml; do
      send_config "$file" "config:$name"
    done
  done
  for name in /etc/systemd/system/rancher-system-agent.service /usr/local/lib/systemd/system/rancher-system-agent.service \
    /usr/lib/systemd/system/rancher-system-agent.service /etc/rancher/agent/config.yaml; do
    [ ! -e "$name" ] || fact rancher "$name"
  done
  set --
  while IFS=":" read -r _ _ _ _ _ file _; do
    set -- "$@" "$file/.config/systemd/user/k3s-rootless.service"
  done </etc/passwd
  # Homes may be far away.
  limited 5 stat -c %n -- "$@" 2>/dev/null | while IFS= read -r file; do fact rootless "$file"; done
}
# One that lies in several places is the first.
survey_unit() {
  [ -e "$1" ] || return 0
  unit=@{1##*/}
  unit=@{unit%.service}
  case " $seen " in *" $unit "*) return 0 ;; esac
  seen="$seen $unit"
  distribution=k3s role=server
  case $unit in rke2-*) distribution=rke2 ;; esac
  case $unit in *-agent) role=agent ;; esac
  look
  enabled=no
  if [ "$manager" = systemd ]; then
    case $(limited 10 systemctl is-enabled "$unit.service" 2>/dev/null) in enabled*) enabled=yes ;; esac
    limited 10 systemctl cat "$unit.service" 2>/dev/null | head -c 65536 | send_text "unit:$unit"
  else
    for link in /etc/runlevels/*/"$unit"; do [ ! -e "$link" ] || enabled=yes; done
    head -c 65536 "$1" | send_text "unit:$unit"
  fi
  tell "unit $(escaped "$unit") $active $enabled"
  for file in "/etc/systemd/system/$unit.service.env" "/etc/default/$unit" "/etc/sysconfig/$unit" "/etc/conf.d/$unit" "/etc/rancher/$distribution/$distribution.env"; do
    send_environment "$file"
  done
}

# One service: its state, its file, what is generated from it, and what may stand in the way.
inspect() {
  load_options
  id=look
  locate
  if [ -n "$unit" ]; then inspect_service; fi
  [ -z "$binary" ] || send_version
  if [ -f "$target" ]; then
    fact registries "$(stat -c "%a %U:%G %s" "$target") $(modified_ms "$target") $(digest_of "$target")"
  fi
  for file in "$folder"/[Rr]egistr*; do
    [ ! -e "$file" ] || [ "$file" = "$path" ] || [ "$file" = "$target" ] || fact look-alike "$file"
  done
  etc=$data/agent/etc/containerd
  for file in "$etc/config.toml.tmpl" "$etc/config-v3.toml.tmpl" "$etc/config.toml.d/"*.toml "$etc/config-v3.toml.d/"*.toml; do
    [ ! -e "$file" ] || fact template "$file"
    case $file in
      *.tmpl) if [ -L "$file" ] || { [ -e "$file" ] && [ ! -f "$file" ]; }; then fact odd-template "$file"; fi ;;
    esac
  done
  [ ! -e "$data/agent/server-ca.crt" ] || fact server-ca "$(digest_of "$data/agent/server-ca.crt")"
  send_place
  list_missing | while IFS= read -r file; do fact missing "$file"; done
}
send_version() {
  told=$(limited 20 "$binary" --version 2>/dev/null)
  told=@{told%%$newline*}
  case $told in *"version "*) told=@{told##*version } ;; *) told="" ;; esac
  fact installed "@{told%% *}"
}
inspect_service() {
  look
  fact active "$active"
  fact restarts "$restarts"
  if [ "$main" -gt 0 ] && start=$(started_ms "$main"); then
    fact started "$start"
    if [ -e "$target" ]; then
      if is_started_after "$target" && is_started_after_removals; then fact pending no; else fact pending yes; fi
    fi
    for file in "$data/agent/etc/containerd/config.toml.tmpl" "$data/agent/etc/containerd/config-v3.toml.tmpl"; do
      [ ! -e "$file" ] || is_started_after "$file" || fact newer-template "$file"
    done
  fi
  ask_node
  [ -z "$running" ] || fact running "$running"
  fact ready "$ready"
  ask_containerd
  fact containerd "$containerd"
  send_members
  send_start_files
  send_certificates
  send_maintenance
}
read_file() {
  case $newline$options in
    *"$newline""tls "*)
      read_named
      return 0
      ;;
  esac
  load_options
  id=look
  locate
  if [ ! -f "$target" ]; then
    fact absent yes
    return 0
  fi
  fact size "$(($(wc -c <"$target")))"
  fact sha256 "$(digest_of "$target")"
  send_text file <"$target"
}
# Files that the kernel makes up may have no end, and some are emptied by being read.
is_made_up() {
  case $(readlink -f "$1") in /proc/* | /sys/*) return 0 ;; esac
  return 1
}
# The TLS files a file names, told apart by their number: regular files of a size that certificates have.
read_named() {
  number=0
  printf "%s\n" "$options" | sed -n "s/^tls //p" | head -n 64 | while IFS= read -r file; do
    number=$((number + 1))
    if [ ! -e "$file" ]; then
      fact tls "$number missing"
    elif [ ! -f "$file" ] || [ ! -r "$file" ] || is_made_up "$file"; then
      fact tls "$number unreadable"
    elif [ "$(wc -c <"$file")" -gt 65536 ]; then
      fact tls "$number too-large"
    else
      head -c 65537 "$file" | send_text "$number"
    fi
  done
}
`;

import "server-only";

/** The unit, containerd and the node as Kubernetes sees it; nothing here changes anything. */
export const service = String.raw`
find_manager() {
  manager=""
  if command -v systemctl >/dev/null 2>&1 && [ -d /run/systemd/system ]; then
    manager=systemd
  elif command -v rc-service >/dev/null 2>&1; then
    manager=openrc
  fi
}
# State of the unit: load, active, sub, restarts, main (process id) and began, which differs for every start of it.
look() {
  load=loaded active=unknown sub=unknown restarts=0 main=0 began=""
  if [ "$manager" = systemd ]; then look_systemd; else look_openrc; fi
}
look_systemd() {
  shown=$(limited 10 systemctl show "$unit.service" \
    -p LoadState,ActiveState,SubState,NRestarts,MainPID,ExecMainStartTimestampMonotonic 2>/dev/null)
  while IFS="=" read -r key value; do
    case $key in
      LoadState) load=$value ;;
      ActiveState) active=$value ;;
      SubState) sub=$value ;;
      NRestarts) restarts=$value ;;
      MainPID) main=$value ;;
      ExecMainStartTimestampMonotonic) began=$value ;;
    esac
  done <<END
$shown
END
  is_number "$restarts" || restarts=0
  is_number "$main" || main=0
}
# OpenRC counts no restarts and its pid file names the supervisor, so the process itself is looked for.
look_openrc() {
  [ -e "/etc/init.d/$unit" ] || load=not-found
  main=$(pgrep -o -f "^([^ ]*sh )?[^ ]*$distribution $role( |\$)" 2>/dev/null || printf 0)
  began=$(ticks_of "$main")
  case $(limited 10 rc-service "$unit" status 2>&1) in
    *started*) if [ -n "$began" ]; then active=active sub=running; else active=activating sub=auto-restart; fi ;;
    *crashed*) active=failed sub=failed ;;
    *starting*) active=activating sub=start ;;
    *) active=inactive sub=dead ;;
  esac
}
# What the service said since it began, one line a message.
service_log() {
  if [ "$manager" = systemd ]; then
    since=0
    is_number "$began" && since=$(($(boot_ms) + began / 1000))
    limited 20 journalctl -q -u "$unit.service" --since "@$((since / 1000)).$(printf "%03d" $((since % 1000)))" \
      -n 2000 -o cat --no-pager 2>/dev/null
  elif [ -r "/var/log/$unit.log" ]; then
    tail -c "+$((log_offset + 1))" "/var/log/$unit.log" | tail -n 2000
  fi
}
# K3s logs the error of a file it cannot read and waits (since January 2024), or ends with it (before).
is_refused() {
  service_log | grep -E "(Waiting to retrieve agent configuration|level=fatal|level=error).*yaml:" >/dev/null
}

kubectl_here() {
  if [ "$distribution" = rke2 ]; then
    limited 15 "$data/bin/kubectl" --kubeconfig "$data/agent/kubelet.kubeconfig" "$@"
  else
    limited 15 "$binary" kubectl --kubeconfig "$data/agent/kubelet.kubeconfig" "$@"
  fi
}
# Version of the running kubelet and its Ready status, in one request with the kubelet's own rights.
ask_node() {
  running="" ready=unknown
  [ -r "$data/agent/kubelet.kubeconfig" ] && [ -n "$node" ] || return 0
  said=$(kubectl_here get node "$node" --request-timeout=8s -o \
    "jsonpath={.status.nodeInfo.kubeletVersion} {.status.conditions[?(@.type==\"Ready\")].status}" 2>/dev/null) || return 0
  running=$(printf "%s" "$said" | cut -d " " -f 1)
  case $said in
    *" True") ready=yes ;;
    *" False" | *" Unknown") ready=no ;;
  esac
}
# The answer of crictl info holds credentials: only whether there is one is of interest.
ask_containerd() {
  containerd=silent
  if [ "$distribution" = rke2 ]; then
    CRI_CONFIG_FILE=$data/agent/etc/crictl.yaml limited 10 "$data/bin/crictl" info >/dev/null 2>&1 && containerd=answers
  else
    limited 10 "$binary" crictl info >/dev/null 2>&1 && containerd=answers
  fi
  return 0
}
# Was the service started after the file was written?
is_started_after() {
  [ "$main" -gt 0 ] && [ -e "$1" ] || return 1
  start=$(started_ms "$main") || return 1
  [ "$start" -gt "$(modified_ms "$1")" ]
}
locate() {
  target=$path
  [ ! -L "$path" ] || target=$(readlink -f "$path")
  folder=$(dirname "$target")
  staged=$folder/.pullpath-$id.new
  kept=$folder/.pullpath-$id.old
}
present() {
  if [ -e "$target" ]; then digest_of "$target"; else printf absent; fi
}
`;

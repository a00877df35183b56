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
  load=loaded active=unknown sub=unknown restarts=0 main=0 began="" start=""
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
# What of it is known to mean trouble.
read_bad_lines() {
  bad_lines=$(service_log |
    grep -E "(Waiting to retrieve agent configuration|level=fatal|level=error).*yaml:|containerd exited|failed to parse template")
}
# K3s logs the error of a file it cannot read and waits (since January 2024), or ends with it (before).
is_refused() {
  read_bad_lines
  while IFS= read -r line; do
    case $line in
      *"Waiting to retrieve agent configuration"*yaml:* | *level=fatal*yaml:* | *level=error*yaml:*) return 0 ;;
    esac
  done <<END
$bad_lines
END
  return 1
}

# kubectl_as <kubeconfig> <arguments>
kubectl_as() {
  config=$1
  shift
  if [ "$distribution" = rke2 ]; then
    limited 15 "$data/bin/kubectl" --kubeconfig "$config" "$@"
  else
    limited 15 "$binary" kubectl --kubeconfig "$config" "$@"
  fi
}
# Version of the running kubelet, its Ready status with the words for it, and whether it is being drained, in one request with the
# kubelet's own rights. Who gives no answer says why in the last line; warnings may stand before an answer.
ask_node() {
  running="" ready=unknown ready_said="" rebooting="" cordoned=""
  [ -r "$data/agent/kubelet.kubeconfig" ] && [ -n "$node" ] || return 0
  answer=$(kubectl_as "$data/agent/kubelet.kubeconfig" get node "$node" --request-timeout=8s -o \
    "jsonpath={\"@said \"}{.status.nodeInfo.kubeletVersion} {.status.conditions[?(@.type==\"Ready\")].status}{\"|\"}\
{.metadata.annotations.weave\.works/kured-reboot-in-progress}{\"|\"}{.spec.unschedulable}{\"|\"}\
{.status.conditions[?(@.type==\"Ready\")].message}" 2>&1) || {
    ready_said=@{answer##*$newline}
    return 0
  }
  IFS="|" read -r said rebooting cordoned ready_said <<END
@{answer#*@said }
END
  running=@{said%% *}
  case $said in
    *" True") ready=yes ready_said="" ;;
    *" False" | *" Unknown") ready=no ;;
  esac
}
# The servers of the cluster as Kubernetes sees them, with their votes; only a server may ask for all.
send_members() {
  has_api=no
  admin=$data/server/cred/admin.kubeconfig
  [ -r "$admin" ] || admin=/etc/rancher/$distribution/$distribution.yaml
  [ "$role" = server ] && [ -r "$admin" ] || return 0
  told=$(kubectl_as "$admin" get nodes --request-timeout=8s -o "jsonpath={range .items[*]}{.metadata.name}{\"|\"}\
{.status.conditions[?(@.type==\"Ready\")].status}{\"|\"}{.status.conditions[?(@.type==\"EtcdIsVoter\")].reason}{\"|\"}\
{.metadata.labels.node-role\.kubernetes\.io/etcd}{\"|\"}{.metadata.labels.node-role\.kubernetes\.io/control-plane}\
{\"\n\"}{end}" 2>/dev/null) || return 0
  has_api=yes
  printf "%s\n" "$told" | grep "|true" | head -c 65536 | send_text members
}
# The answer of crictl info holds credentials: only whether there is one is of interest.
ask_containerd() {
  containerd=silent
  crictl_within 10 info >/dev/null 2>&1 && containerd=answers
  return 0
}
# crictl_within <seconds> <arguments>: the one that came with the service, with the settings that the service wrote.
crictl_within() (
  limit=$1
  shift
  if [ -e "$data/agent/etc/crictl.yaml" ]; then
    CRI_CONFIG_FILE=$data/agent/etc/crictl.yaml
    export CRI_CONFIG_FILE
  fi
  if [ "$distribution" = rke2 ]; then
    limited "$limit" "$data/bin/crictl" "$@"
  else
    limited "$limit" "$binary" crictl "$@"
  fi
)
# How much containerd has logged; what it logs from there on is said by containerd_log. The file starts anew when it is full.
containerd_logged() {
  logged=0
  [ ! -r "$data/agent/containerd/containerd.log" ] || logged=$(($(wc -c <"$data/agent/containerd/containerd.log")))
}
containerd_log() {
  from=$1
  containerd_logged
  [ "$from" -le "$logged" ] || from=0
  [ "$logged" -eq 0 ] || tail -c "+$((from + 1))" "$data/agent/containerd/containerd.log"
}
# Was the service started after the file was written?
is_started_after() {
  [ "$main" -gt 0 ] && [ -e "$1" ] || return 1
  [ -n "$start" ] || start=$(started_ms "$main") || return 1
  [ "$start" -gt "$(modified_ms "$1")" ]
}
# Where the file is, whatever leads to it.
locate() {
  target=$path
  [ ! -L "$path" ] || target=$(readlink -f "$path")
  folder=@{target%/*}
  folder=@{folder:-/}
}
`;

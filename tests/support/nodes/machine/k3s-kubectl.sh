#!/bin/sh
# The played kubectl: `get node(s)` in the forms json, jsonpath, name and table, `get --raw`, and `get jobs` of upgrades.
# shellcheck disable=SC2154
kubeconfig=${KUBECONFIG:-/etc/rancher/$DISTRIBUTION/$DISTRIBUTION.yaml}
output='' raw='' words=''
while [ $# -gt 0 ]; do
  case $1 in
    --kubeconfig) kubeconfig=$2 && shift ;;
    --kubeconfig=*) kubeconfig=${1#*=} ;;
    -o | --output) output=$2 && shift ;;
    -o=* | --output=*) output=${1#*=} ;;
    -o*) output=${1#-o} ;;
    --raw) raw=$2 && shift ;;
    --raw=*) raw=${1#*=} ;;
    --request-timeout | -n | --namespace | -l) shift ;;
    -*) ;;
    *) words="$words $1" ;;
  esac
  shift
done
if [ ! -r "$kubeconfig" ]; then
  echo "error: error loading config file \"$kubeconfig\": open $kubeconfig: no such file or directory" >&2
  exit 1
fi
now_us
oldest=$((NOW_US - NODE_GRACE_MS * 1000))
# A heartbeat that is being written is empty for a moment.
read_beat() {
  tries=0
  until IFS= read -r beat <"$1"; do
    tries=$((tries + 1))
    [ -e "$1" ] && [ "$tries" -lt 50 ] || return 1
    sleep 0.02
  done 2>/dev/null
}
is_fresh() {
  [ -e "$1" ] && read_beat "$1" && [ "$beat" -ge "$oldest" ]
}
api=no
for file in "$RUN"/cluster/api/*; do
  if is_fresh "$file"; then api=yes; fi
done
if [ "$api" = no ]; then
  echo 'The connection to the server 127.0.0.1:6443 was refused - did you specify the right host or port?' >&2
  exit 1
fi
# One line a node: name, Ready, EtcdIsVoter, version, role. A kubelet that stays silent is Unknown after a while.
rows() {
  for file in "$RUN"/cluster/nodes/*; do
    [ -e "$file" ] || continue
    name=${file##*/}
    [ -z "$1" ] || [ "$1" = "$name" ] || continue
    read_beat "$file" || continue
    read -r ready stamp version role <<END
$beat
END
    [ "$stamp" -ge "$oldest" ] || ready=Unknown
    voter=-
    if [ "$role" = server ]; then
      voter=False
      if is_fresh "$RUN/cluster/api/$name"; then voter=True; fi
    fi
    echo "$name $ready $voter $version $role"
  done
}
format() {
  rebooting='' cordoned='' message=''
  if fault rebooting; then rebooting=$FAULT; fi
  if fault cordoned; then cordoned=true; fi
  if fault not-ready; then message=$FAULT; fi
  awk -v output="$output" -v single="$1" -v rebooting="$rebooting" -v cordoned="$cordoned" -v message="$message" -f /usr/lib/played/kubectl-format.awk
}
case $raw in
  /readyz* | /healthz* | /livez*) printf ok && exit 0 ;;
  /api/v1/nodes/*) output=json && words=" get node ${raw##*/}" ;;
  /api/v1/nodes) output=json && words=' get nodes' ;;
esac
# shellcheck disable=SC2086
set -- $words
case ${2:-} in
  # Lines of node, plan and how many pods are at work, as the jsonpath of the node program asks for them.
  jobs) if [ -e "$RUN/cluster/jobs" ]; then cat "$RUN/cluster/jobs"; fi; exit 0 ;;
  node | nodes | no) wanted=${3:-} ;;
  node/* | nodes/*) wanted=${2#*/} ;;
  *) echo "error: the server doesn't have a resource type \"${2:-}\"" >&2 && exit 1 ;;
esac
found=$(rows "$wanted")
if [ -n "$wanted" ] && [ -z "$found" ]; then
  echo "Error from server (NotFound): nodes \"$wanted\" not found" >&2
  exit 1
fi
printf '%s\n' "$found" | format "$wanted"

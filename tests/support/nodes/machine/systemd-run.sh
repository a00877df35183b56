#!/bin/sh
# Stand-in for systemd-run: a transient service that the played service manager runs apart from the session.
# shellcheck source=/dev/null
. /usr/lib/played/lib.sh
unit='' type=exec remain=no wait=no environment='' restart=no
while [ $# -gt 0 ]; do
  case $1 in
    --unit | -u) unit=$2 && shift ;;
    --unit=*) unit=${1#*=} ;;
    -r | --remain-after-exit) remain=yes ;;
    --wait) wait=yes ;;
    --service-type=*) type=${1#*=} ;;
    -p | --property) shift ;;
    --property=Restart=*) restart=${1#*=Restart=} ;;
    -E | --setenv) environment="$environment $2" && shift ;;
    --setenv=*) environment="$environment ${1#*=}" ;;
    --) shift && break ;;
    -*) ;;
    *) break ;;
  esac
  shift
done
if [ "$(id -u)" -ne 0 ]; then
  echo 'Failed to start transient service unit: Interactive authentication required.' >&2
  exit 1
fi
unit=${unit%.service}
unit=${unit:-run-u$$}
get_state "$unit" active inactive
if [ "$STATE" = active ] || [ "$STATE" = activating ]; then
  echo "Failed to start transient service unit: Unit $unit.service was already loaded or has a fragment file." >&2
  exit 1
fi
# Words are quoted once more, since the supervisor takes the line apart again.
command=
for word in "$@"; do
  command="$command '$(printf '%s' "$word" | sed "s/'/'\\\\''/g" | tr '\n' ' ')'"
done
mkdir -p /run/systemd/system
{
  printf '[Service]\nType=%s\nRemainAfterExit=%s\nRestart=%s\n' "$type" "$remain" "$restart"
  [ -z "$environment" ] || printf 'Environment=%s\n' "${environment# }"
  printf 'ExecStart=%s\n' "${command# }"
} >"/run/systemd/system/$unit.service"
echo "Running as unit: $unit.service" >&2
systemctl start "$unit" || exit 1
[ "$wait" = yes ] || exit 0
while systemctl -q is-active "$unit"; do sleep 0.05; done
get_state "$unit" status 0
exit "$STATE"

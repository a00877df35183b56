#!/bin/sh
# The played crictl: `info` and `pull`, answering as the played containerd does.
# shellcheck disable=SC2154
while [ $# -gt 0 ]; do
  case $1 in
    --timeout | --config | -c | --runtime-endpoint | -r | -t) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
verb=${1:-help}
if [ "$(id -u)" -ne 0 ]; then
  echo 'level=fatal msg="load config file: open crictl.yaml: permission denied"' >&2
  exit 1
fi
if [ "$verb" = --version ] || [ "$verb" = version ]; then
  echo 'crictl version v1.33.0-k3s2'
  exit 0
fi
if [ ! -e "$RUN/k3s/containerd" ]; then
  echo 'level=fatal msg="validate service connection: validate CRI v1 runtime API for endpoint \"unix:///run/k3s/containerd/containerd.sock\": rpc error: code = Unavailable desc = connection error"' >&2
  exit 1
fi
case $verb in
  info)
    printf '{"status":{"conditions":[{"type":"RuntimeReady","status":true},{"type":"NetworkReady","status":true}]},'
    printf '"config":{"registry":{"configPath":"%s/agent/etc/containerd/certs.d","mirrors":null}}}\n' "$DATA_DIR"
    ;;
  pull)
    shift
    for image in "$@"; do :; done
    echo "$image" >>/var/lib/played/pulls
    # What containerd says of the hosts it asks.
    ! fault pull-log || cat /var/lib/played/faults/pull-log >>"$DATA_DIR/agent/containerd/containerd.log"
    if fault pull-fails; then
      echo "E0101 failed to pull image \"$image\": failed to resolve reference: ${FAULT:-not found}" >&2
      exit 1
    fi
    echo "Image is up to date for sha256:$(printf '%s' "$image" | sha256sum | cut -d ' ' -f 1)"
    ;;
  *) echo 'CONTAINER  IMAGE  CREATED  STATE  NAME' ;;
esac

#!/bin/sh
# The played k3s and rke2 binary, sourced by a two-line program that names its version.
# shellcheck source=/dev/null
. /usr/lib/played/lib.sh
# shellcheck source=/dev/null
. /usr/lib/played/spec
tool=${0##*/}
case $tool in
  kubectl | crictl | ctr) ;;
  *)
    tool=${1:-help}
    [ $# -eq 0 ] || shift
    ;;
esac
case $tool in
  server | agent)
    # shellcheck source=/dev/null
    . /usr/lib/played/k3s-service.sh
    serve "$tool" "$@"
    ;;
  --version | -v)
    echo "$DISTRIBUTION version $PLAYED_VERSION (0123abcd)"
    echo 'go version go1.24.6'
    ;;
  crictl)
    # shellcheck source=/dev/null
    . /usr/lib/played/k3s-crictl.sh
    ;;
  kubectl)
    # shellcheck source=/dev/null
    . /usr/lib/played/k3s-kubectl.sh
    ;;
  ctr) echo "ctr is not played" >&2 && exit 1 ;;
  *)
    echo "No help topic for '$tool'" >&2
    exit 3
    ;;
esac

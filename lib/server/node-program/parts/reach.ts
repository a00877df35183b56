import "server-only";

/** What a test of a registry asks of the node it is made from: names, files, authorities, proxies. It changes nothing. */
export const reach = String.raw`
# Each option is one question.
reach() {
  load_options
  while read -r key value; do
    case $key in
      host) resolve_name "$value" ;;
      resolver) command -v getent >/dev/null 2>&1 || fact resolver missing ;;
      name) tell_name "$value" & ;;
      file) send_pem "$value" ;;
      surroundings) send_surroundings ;;
    esac
  done <<END
$options
END
  wait
}
# Addresses of one name of several, which are looked up side by side: one line, which no other can come between.
tell_name() {
  fact named "$1 $(limited 3 getent ahosts "$1" 2>/dev/null </dev/null | cut -d " " -f 1 | uniq | head -n 8 | tr "\n" " ")"
}
# All addresses of a name, by the name service of this machine.
resolve_name() {
  if ! command -v getent >/dev/null 2>&1; then
    fact resolver missing
    return 0
  fi
  for address in $(limited 10 getent ahosts "$1" 2>/dev/null </dev/null | cut -d " " -f 1 | uniq | head -n 32); do
    fact address "$address"
  done
}
# Only what stands between PEM marks leaves the node.
pem_of() {
  limited 10 head -c 1048576 "$1" 2>/dev/null | sed -n "/^-----BEGIN /,/^-----END /p"
}
send_pem() {
  if [ -f "$1" ] && [ -r "$1" ] && ! is_made_up "$1"; then pem_of "$1" | send_text "$1"; else fact missing "$1"; fi
}
# The proxy of the running service, without its login, and where it was told to look for authorities.
service_environment() {
  [ -n "$unit" ] || return 0
  look
  [ "$main" -gt 0 ] || return 0
  tr "\0" "\n" 2>/dev/null <"/proc/$main/environ" |
    grep -E "^(CONTAINERD_)?(HTTPS?_PROXY|https?_proxy|NO_PROXY|no_proxy|SSL_CERT_FILE)=" |
    sed "s/^\([A-Za-z_]*=\).*@/\1/" | head -c 65536
}
# The files that Go reads, in its order (crypto/x509, root_linux.go): the first there is, and what else lies in the folder.
send_surroundings() {
  surroundings=$(service_environment)
  printf "%s\n" "$surroundings" | send_text environment
  chosen=$(printf "%s\n" "$surroundings" | sed -n "s/^\(CONTAINERD_\)*SSL_CERT_FILE=//p" | tail -n 1)
  for bundle in "$chosen" /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt /etc/ssl/ca-bundle.pem \
    /etc/pki/tls/cacert.pem /etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem /etc/ssl/cert.pem; do
    if [ -f "$bundle" ] && [ -r "$bundle" ]; then break; fi
  done
  {
    pem_of "$bundle"
    for file in /etc/ssl/certs/* /etc/pki/tls/certs/*; do
      if [ -L "$file" ] || [ ! -f "$file" ] || [ "$file" = "$bundle" ]; then continue; fi
      pem_of "$file"
    done
  } | send_text roots
}
`;

const files: readonly [RegExp, string][] = [
  [/ed25519/, "ssh_host_ed25519_key.pub"],
  [/ecdsa/, "ssh_host_ecdsa_key.pub"],
  [/rsa/, "ssh_host_rsa_key.pub"],
];

/** What shows the fingerprint of this kind of host key on the machine itself. */
export function hostKeyCommand(algorithm: string): string {
  const [, file = "ssh_host_*_key.pub"] = files.find(([pattern]) => pattern.test(algorithm)) ?? [];
  return `ssh-keygen -lf /etc/ssh/${file}`;
}

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

/** Compares with what was pasted, which may be the whole line that ssh-keygen prints. Null: no fingerprint in it. */
export function comparePasted(pasted: string, fingerprint: string): "same" | "other" | null {
  const found = /SHA256:[A-Za-z0-9+/]{43}/.exec(pasted)?.[0];
  if (!found) return null;
  return found === fingerprint ? "same" : "other";
}

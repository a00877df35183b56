/**
 * A command that adds the key to the login user's `authorized_keys`. The comment of the key is left out, since a
 * name in it could end the quotes. Null for what is not a public key line.
 */
export function authorizeCommand(publicLine: string): string | null {
  const key = /^([a-z0-9@.-]+ AAAA[A-Za-z0-9+/]+={0,2})(\s|$)/.exec(publicLine)?.[1];
  if (!key) return null;
  return [
    "install -d -m 700 ~/.ssh",
    `echo '${key} pullpath' >> ~/.ssh/authorized_keys`,
    "chmod 600 ~/.ssh/authorized_keys",
  ].join("\n");
}

/** An unlikely key for a request that must count once. `crypto.randomUUID` exists only over TLS; this does not need it. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

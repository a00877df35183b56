/** Endpoints in a pasted text that holds several: one per line, or with commas or spaces between. */
export function splitEndpoints(pasted: string): string[] {
  return pasted
    .split(/[\s,，、;；]+/u)
    .map((part) => part.replace(/^-$|^["'`]+|["'`]+$/g, ""))
    .filter((part) => part !== "");
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const wellFormed = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** Decodes base64 as Go's `StdEncoding` does: padded, line breaks ignored. null if it is malformed. */
export function decodeBase64(text: string): number[] | null {
  const compact = text.replace(/[\r\n]/g, "");
  if (!wellFormed.test(compact)) return null;
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const character of compact.replace(/=+$/, "")) {
    held = ((held << 6) | alphabet.indexOf(character)) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
  }
  return bytes;
}

/** Parts of a URL, each with its own rules (Go net/url, shouldEscape). All texts here hold one character per byte. */
export type UrlPart = "host" | "zone" | "user" | "path" | "fragment";

const always = /[A-Za-z0-9._~-]/;
const inHost = /[!$&'()*+,;=:[\]<>"]/;
const allowed: Readonly<Record<UrlPart, RegExp>> = {
  host: inHost,
  zone: inHost,
  user: /[$&+,;=]/,
  path: /[$&+,/:;=@]/,
  fragment: /[$&+,/:;=?@!()*]/,
};

const mustEscape = (byte: string, part: UrlPart) => !always.test(byte) && !allowed[part].test(byte);

/** Texts without any byte to escape, which nearly all are. */
const harmless: Readonly<Record<UrlPart, RegExp>> = {
  host: /^[A-Za-z0-9._~:-]*$/,
  zone: /^[A-Za-z0-9._~:-]*$/,
  user: /^[A-Za-z0-9._~-]*$/,
  path: /^[A-Za-z0-9._~:/-]*$/,
  fragment: /^[A-Za-z0-9._~:/-]*$/,
};

const percent = (byte: string) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;

export const escapeBytes = (bytes: string, part: UrlPart): string =>
  harmless[part].test(bytes)
    ? bytes
    : Array.from(bytes, (byte) => (mustEscape(byte, part) ? percent(byte) : byte)).join("");

const byteOf = (escaped: string) => String.fromCharCode(Number.parseInt(escaped.slice(1), 16));

/** In a host only bytes beyond ASCII and the percent sign may be escaped; a zone allows what a host may hold. */
function isRefused(token: string, part: UrlPart): boolean {
  if (part !== "host" && part !== "zone") return false;
  if (!token.startsWith("%")) return token < "\x80" && mustEscape(token, part);
  if (token === "%25") return false;
  const value = byteOf(token);
  return part === "host" ? value < "\x80" : value !== " " && mustEscape(value, "host");
}

/** Null where Go answers an error: a bad escape, or a byte that no host holds. */
export function unescapeBytes(bytes: string, part: UrlPart): string | null {
  if (harmless[part].test(bytes)) return bytes;
  const tokens = bytes.match(/%[0-9A-Fa-f]{2}|[\s\S]/g) ?? [];
  if (tokens.some((token) => token === "%" || isRefused(token, part))) return null;
  return tokens.map((token) => (token.length === 3 ? byteOf(token) : token)).join("");
}

/** Whether a path or fragment is printed as it was written rather than escaped anew (Go net/url, validEncoded). */
const isKept = (bytes: string, part: UrlPart) =>
  harmless[part].test(bytes) ||
  Array.from(bytes).every((byte) => /[!$&'()*+,;=:@[\]%]/.test(byte) || !mustEscape(byte, part));

/** How a path or fragment is printed again; null where it cannot be read. */
export function reprint(raw: string, part: "path" | "fragment"): { value: string; text: string } | null {
  const value = unescapeBytes(raw, part);
  if (value === null) return null;
  return { value, text: isKept(raw, part) ? raw : escapeBytes(value, part) };
}

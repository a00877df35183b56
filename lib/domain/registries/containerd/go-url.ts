import { escapeBytes, reprint, unescapeBytes } from "./go-escape";

/**
 * A URL as Go's net/url reads it (go1.19.8, url.go), in one character per byte. `path` is unescaped, `pathText` is how
 * it is printed; `user`, `query` and `fragment` are texts as printed, with their marks.
 */
export type GoUrl = {
  scheme: string;
  opaque: string;
  user: string;
  host: string;
  path: string;
  pathText: string;
  query: string;
  fragment: string;
  /** Written without an authority, so printed without one. */
  bare: boolean;
};

/** Bytes beyond ASCII are no control characters, though they stand here as ones. */
function hasControl(bytes: string): boolean {
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes.charCodeAt(at);
    if (byte < 0x20 || byte === 0x7f) return true;
  }
  return false;
}

/** Null where Go answers an error. */
export function parseUrl(raw: string): GoUrl | null {
  const hash = raw.indexOf("#");
  const body = hash === -1 ? raw : raw.slice(0, hash);
  const fragment = reprint(hash === -1 ? "" : raw.slice(hash + 1), "fragment");
  if (fragment === null || hasControl(body) || body.startsWith(":")) return null;
  const [, named, after = ""] = /^(?:([A-Za-z][A-Za-z0-9+.-]*):)?([\s\S]*)$/.exec(body) ?? [];
  const mark = after.indexOf("?");
  const url = parseRest((named ?? "").toLowerCase(), mark === -1 ? after : after.slice(0, mark));
  if (url === null) return null;
  return {
    ...url,
    query: mark === -1 ? "" : after.slice(mark),
    fragment: fragment.text === "" ? "" : `#${fragment.text}`,
  };
}

type Core = Omit<GoUrl, "query" | "fragment">;

function parseRest(scheme: string, rest: string): Core | null {
  const none = { scheme, opaque: "", user: "", host: "", path: "", pathText: "", bare: false };
  if (!rest.startsWith("/") && scheme !== "") return { ...none, opaque: rest };
  // Without a scheme the first segment must not look like one.
  if (/^[^/]*:/.test(rest)) return null;
  const parts = splitAuthority(scheme, rest);
  const address = parseAuthority(parts?.authority ?? "");
  const path = reprint(parts?.path ?? rest, "path");
  if (address === null || path === null) return null;
  const bare = parts === null && scheme !== "";
  return { ...none, ...address, path: path.value, pathText: path.text, bare };
}

function splitAuthority(scheme: string, rest: string): { authority: string; path: string } | null {
  if (!rest.startsWith("//") || (scheme === "" && rest.startsWith("///"))) return null;
  const slash = rest.indexOf("/", 2);
  const end = slash === -1 ? rest.length : slash;
  return { authority: rest.slice(2, end), path: rest.slice(end) };
}

function parseAuthority(authority: string): { user: string; host: string } | null {
  const at = authority.lastIndexOf("@");
  const host = parseHost(authority.slice(at + 1));
  const user = at === -1 ? "" : parseUser(authority.slice(0, at));
  return host === null || user === null ? null : { user, host };
}

function parseUser(text: string): string | null {
  if (!/^[A-Za-z0-9._:~!$&'()*+,;=%@-]*$/.test(text)) return null;
  const colon = text.indexOf(":");
  const parts = colon === -1 ? [text] : [text.slice(0, colon), text.slice(colon + 1)];
  const values = parts.map((part) => unescapeBytes(part, "user"));
  if (values.some((value) => value === null)) return null;
  return `${values.map((value) => escapeBytes(value ?? "", "user")).join(":")}@`;
}

const optionalPort = /^(?::\d*)?$/;

function parseHost(host: string): string | null {
  if (!host.startsWith("[")) {
    const colon = host.lastIndexOf(":");
    return colon !== -1 && !optionalPort.test(host.slice(colon)) ? null : unescapeBytes(host, "host");
  }
  const end = host.lastIndexOf("]");
  if (end === -1 || !optionalPort.test(host.slice(end + 1))) return null;
  const zone = host.slice(0, end).indexOf("%25");
  if (zone === -1) return unescapeBytes(host, "host");
  const parts = [
    unescapeBytes(host.slice(0, zone), "host"),
    unescapeBytes(host.slice(zone, end), "zone"),
    unescapeBytes(host.slice(end), "host"),
  ];
  return parts.includes(null) ? null : parts.join("");
}

/** What Go's URL.String prints. */
export function printUrl(url: GoUrl): string {
  const { scheme, opaque, user, host, pathText, query, fragment } = url;
  const start = scheme === "" ? "" : `${scheme}:`;
  if (opaque !== "") return start + opaque + query + fragment;
  const hidden = url.bare && host === "" && user === "";
  const marked = host !== "" || pathText !== "" || user !== "";
  const authority = hidden || !marked ? "" : `//${user}${escapeBytes(host, "host")}`;
  const slash = pathText !== "" && !pathText.startsWith("/") && host !== "" ? "/" : "";
  return start + authority + slash + pathText + query + fragment;
}

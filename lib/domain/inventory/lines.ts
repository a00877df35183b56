import type { Collector } from "./collector";

/** Splits `host`, `host:port`, `[v6]`, `[v6]:port`; a bare IPv6 address is a host without a port. */
export function splitAddress(text: string): { host: string; port: string | null } {
  const bracketed = /^\[([^\]]+)\](?::(.*))?$/.exec(text);
  if (bracketed) return { host: bracketed[1] ?? "", port: bracketed[2] ?? null };
  const colons = text.split(":").length - 1;
  if (colons !== 1) return { host: text, port: null };
  const [host = "", port = ""] = text.split(":");
  return { host, port: port === "" ? "none" : port };
}

function readLine(text: string, line: number, into: Collector) {
  const [first = "", name, ...rest] = text.split(/[\s,;，；]+/).filter(Boolean);
  if (rest.length > 0) return into.leave("shape", text, line);
  const login = first.normalize("NFKC");
  // Bastion logins hold `@` themselves (user@account@asset@host), so the last one divides.
  const at = login.lastIndexOf("@");
  const username = at < 0 ? null : login.slice(0, at);
  if (username === "") return into.leave("login-name", text, line);
  const { host, port } = splitAddress(login.slice(at + 1));
  into.add({ line, name: name ?? host, host, port, username, text });
}

/** Lines of `user@host:port name`, where all but the host may be missing. `#` starts a comment. */
export function readLines(text: string, into: Collector): void {
  for (const [index, raw] of text.split("\n").entries()) {
    const content = raw.replace(/(^|\s)#.*$/, "").trim();
    if (content) readLine(content, index + 1, into);
  }
}

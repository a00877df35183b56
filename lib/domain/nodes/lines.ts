import { hostSchema, loginNameSchema } from "./schema";

/** One node read from a pasted line. `username` is null where the line names none. */
export type NodeLine = { line: number; username: string | null; host: string; port: number; name: string };
export type BadLine = {
  line: number;
  text: string;
  code: "host" | "port" | "login-name" | "duplicate" | "shape";
};

const isHost = (text: string) => hostSchema.safeParse(text).success;

/** Splits `host`, `host:port`, `[v6]`, `[v6]:port`; a bare IPv6 address is a host without a port. */
function splitAddress(text: string): { host: string; port: string | null } {
  const bracketed = /^\[([^\]]+)\](?::(.*))?$/.exec(text);
  if (bracketed) return { host: bracketed[1] ?? "", port: bracketed[2] ?? null };
  const colons = text.split(":").length - 1;
  if (colons !== 1) return { host: text, port: null };
  const [host = "", port = ""] = text.split(":");
  return { host, port };
}

function readPort(text: string | null): number | null {
  if (text === null) return 22;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  return port >= 1 && port <= 65535 ? port : null;
}

function readLine(text: string, line: number): NodeLine | BadLine {
  const bad = (code: BadLine["code"]): BadLine => ({ line, text: text.slice(0, 200), code });
  const [login = "", name, ...rest] = text.split(/[\s,;]+/).filter(Boolean);
  if (rest.length > 0) return bad("shape");
  // Bastion logins hold `@` themselves (user@account@asset@host), so the last one divides.
  const at = login.lastIndexOf("@");
  const username = at < 0 ? null : login.slice(0, at);
  const { host, port: portText } = splitAddress(login.slice(at + 1));
  if (username !== null && !loginNameSchema.safeParse(username).success) return bad("login-name");
  if (!isHost(host)) return bad("host");
  const port = readPort(portText);
  if (port === null) return bad("port");
  return { line, username, host, port, name: name ?? host };
}

/**
 * Reads pasted lines of `user@host:port name`, where all but the host may be missing. `#` starts a comment.
 * Bad lines are listed with a reason and good ones kept; the same host and port twice is a bad line.
 */
export function parseNodeLines(text: string): { nodes: NodeLine[]; bad: BadLine[] } {
  const nodes: NodeLine[] = [];
  const bad: BadLine[] = [];
  const seen = new Set<string>();
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const content = raw.replace(/(^|\s)#.*$/, "").trim();
    if (!content) continue;
    const result = readLine(content, index + 1);
    if ("code" in result) {
      bad.push(result);
      continue;
    }
    const key = `${result.host.toLowerCase()} ${result.port}`;
    if (seen.has(key)) bad.push({ line: result.line, text: content.slice(0, 200), code: "duplicate" });
    else nodes.push(result);
    seen.add(key);
  }
  return { nodes, bad };
}

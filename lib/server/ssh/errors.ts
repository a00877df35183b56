import "server-only";
import { SshFault } from "./fault";

type Progress = {
  address: { host: string; port: number };
  username: string;
  connected: boolean;
  refusedKey: boolean;
  offered: readonly string[] | null;
};

const unreachable: Readonly<Record<string, string>> = {
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  EHOSTUNREACH: "no-route",
  ENETUNREACH: "no-route",
  EHOSTDOWN: "no-route",
  ETIMEDOUT: "timeout",
};

const textOf = (error: object, key: "code" | "level" | "message") => {
  const value = (error as Record<string, unknown>)[key];
  return typeof value === "string" ? value : "";
};

/** Tells apart what ssh2 reports. Its messages name no secret, but only codes of ours leave this place. */
export function toSshFault(error: unknown, progress: Progress): SshFault {
  if (error instanceof SshFault) return error;
  const { address, username, connected, offered } = progress;
  const params = { host: address.host, port: String(address.port), user: username };
  const source = typeof error === "object" && error !== null ? error : {};
  const code = textOf(source, "code");
  const level = textOf(source, "level");
  const message = textOf(source, "message");
  const reason = unreachable[code];
  if (progress.refusedKey) return new SshFault("host-key-unknown", params, error);
  if (code === "ECONNREFUSED") return new SshFault("connection-refused", params, error);
  if (reason) return new SshFault("unreachable", { ...params, reason }, error);
  if (level === "client-timeout") {
    return new SshFault("unreachable", { ...params, reason: connected ? "no-answer" : "timeout" }, error);
  }
  if (level === "client-authentication") {
    return new SshFault("login-refused", { ...params, methods: (offered ?? []).join(", ") }, error);
  }
  if (/before handshake/.test(message) || code === "ECONNRESET" || code === "EPIPE") {
    return new SshFault("unreachable", { ...params, reason: "closed-early" }, error);
  }
  if (level === "handshake" || level === "protocol") {
    const mismatch = /no matching/i.test(message) ? "no-common-algorithm" : "handshake";
    return new SshFault("protocol", { ...params, reason: mismatch }, error);
  }
  return new SshFault("unreachable", { ...params, reason: "other" }, error);
}

import "server-only";
import type { Fault } from "@/lib/domain/pushes/outcomes";
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

type Verdict = { fault: Fault; reason?: string };

/** By level: ssh2 says at which step it failed. Its texts are read only where it has no code for the cause. */
function judgeLevel(level: string, message: string, connected: boolean): Verdict {
  if (level === "client-timeout")
    return { fault: "unreachable", reason: connected ? "no-answer" : "timeout" };
  if (level === "client-authentication") return { fault: "login-refused" };
  if (/before handshake/.test(message)) return { fault: "unreachable", reason: "closed-early" };
  if (/no matching/i.test(message)) return { fault: "protocol", reason: "no-common-algorithm" };
  if (level === "handshake" || level === "protocol") return { fault: "protocol", reason: "handshake" };
  return { fault: "unreachable", reason: "other" };
}

function judge(error: object, progress: Progress): Verdict {
  if (progress.refusedKey) return { fault: "host-key-unknown" };
  const code = textOf(error, "code");
  if (code === "ECONNREFUSED") return { fault: "connection-refused" };
  if (code === "ECONNRESET" || code === "EPIPE") return { fault: "unreachable", reason: "closed-early" };
  const reason = unreachable[code];
  if (reason) return { fault: "unreachable", reason };
  return judgeLevel(textOf(error, "level"), textOf(error, "message"), progress.connected);
}

/** Tells apart what ssh2 reports. Its messages name no secret, but only words of ours leave this place. */
export function toSshFault(error: unknown, progress: Progress): SshFault {
  if (error instanceof SshFault) return error;
  const { address, username, offered } = progress;
  const { fault, reason } = judge(typeof error === "object" && error !== null ? error : {}, progress);
  const params = { host: address.host, port: String(address.port), user: username };
  const methods = fault === "login-refused" ? { methods: (offered ?? []).join(", ") } : {};
  return new SshFault(fault, { ...params, ...methods, ...(reason ? { reason } : {}) }, error);
}

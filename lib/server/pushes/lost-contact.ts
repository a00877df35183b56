import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Fault } from "@/lib/domain/pushes/outcomes";
import { SshFault } from "@/lib/server/ssh/fault";

/** Why a node could not be asked; each has its sentence in the catalogue `faults.reasons`. */
const reasons: Partial<Record<Fault, string>> = {
  "login-refused": "asked-login",
  "host-key-changed": "asked-host-key",
  "host-key-unknown": "asked-host-key",
  "jump-failed": "asked-jump",
  "not-root": "asked-root",
  "sudo-password-wrong": "asked-root",
  "sudo-needs-terminal": "asked-root",
  unreachable: "asked-away",
  "connection-refused": "asked-away",
};

const lost = (reason: string, params: Readonly<Record<string, string>> = {}) =>
  new SshFault("connection-lost", { ...params, reason, state: "unknown" });

/**
 * What keeps Pullpath from asking a node that a transaction may be at work on. Met at the first connection each of these
 * means that nothing was changed; met now, that nobody knows how far the node came. Other errors stay what they are.
 */
export function toLostContact(error: unknown): unknown {
  if (error instanceof AppError && error.code === "unavailable") return lost("asked-secret");
  const reason = error instanceof SshFault ? reasons[error.fault] : undefined;
  return error instanceof SshFault && reason !== undefined ? lost(reason, error.params) : error;
}

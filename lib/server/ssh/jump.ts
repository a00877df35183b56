import "server-only";
import type { Duplex } from "node:stream";
import type { Client } from "ssh2";
import { type Address, addressParams, type Reach } from "./connect";
import { SshFault } from "./fault";
import { ForwardRefused, forward } from "./forward";
import { withTimeout } from "./process";
import { defaultTimeouts, type SshTarget } from "./target";
import { openVerified } from "./verified";

type Jump = NonNullable<SshTarget["jump"]>;

/**
 * What goes wrong at a jump host is told as its own, so that nobody decides about the key or the login of the machine
 * behind it. Not being reached stays what it is: it may pass.
 */
function toJumpFault(error: unknown, jump: Jump): unknown {
  if (!(error instanceof SshFault) || error.fault === "jump-failed") return error;
  const params = { jump: jump.name, ...error.params };
  if (error.fault === "connection-refused")
    return new SshFault("unreachable", { ...params, reason: "jump-refused" }, error);
  if (error.fault === "unreachable" || error.fault === "connection-lost")
    return new SshFault(error.fault, params, error);
  return new SshFault("jump-failed", { ...params, reason: error.fault }, error);
}

const refusals: Readonly<Record<string, string>> = {
  EHOSTUNREACH: "no-route",
  ENETUNREACH: "no-route",
  ETIMEDOUT: "timeout",
};

function toTargetFault(error: unknown, jump: Jump, to: Address): unknown {
  if (!(error instanceof ForwardRefused)) return error;
  const params = { ...addressParams(to), jump: jump.name };
  if (error.code === "FORWARDING_FORBIDDEN")
    return new SshFault("jump-failed", { ...params, reason: "forwarding-forbidden" }, error);
  if (error.code === "ECONNREFUSED") return new SshFault("connection-refused", params, error);
  return new SshFault("unreachable", { ...params, reason: refusals[error.code] ?? "jump-no-way" }, error);
}

/** Asks the jump host for a connection to `to`. It may try for minutes to reach a machine that is gone. */
async function hop(client: Client, jump: Jump, to: Address): Promise<Duplex> {
  const ms = jump.timeouts?.connectMs ?? defaultTimeouts.connectMs;
  const late = new SshFault("unreachable", { ...addressParams(to), jump: jump.name, reason: "timeout" });
  const made = forward(client, { address: to.host, port: to.port });
  try {
    return await withTimeout(
      made,
      ms,
      () =>
        void made.then(
          (stream) => stream.destroy(),
          () => undefined,
        ),
    );
  } catch (error) {
    const isLate = error instanceof SshFault && error.params["reason"] === "timeout";
    throw isLate ? late : toTargetFault(error, jump, to);
  }
}

/**
 * Holds the connections to all jump hosts of a target open while `use` runs; each hop is verified and logged in to by
 * itself, and the login to a machine is never seen by the one before it. Agents are not forwarded.
 */
export async function withJump<T>(
  target: Address & Pick<SshTarget, "jump">,
  use: (reach: Reach) => Promise<T>,
): Promise<T> {
  const { jump } = target;
  if (!jump) return use(undefined);
  return withJump(jump, async (reach) => {
    const client = await openVerified(jump, reach).catch((error: unknown) => {
      throw toJumpFault(error, jump);
    });
    try {
      return await use(() => hop(client, jump, target));
    } finally {
      client.end();
      client.destroy();
    }
  });
}

import "server-only";
import type { Duplex } from "node:stream";
import type { Client } from "ssh2";
import { addressParams, open } from "./connect";
import { SshFault } from "./fault";
import { authenticateAs } from "./login";
import { describeHostKey, fingerprintOf } from "./public-key";
import { defaultTimeouts, type SshTarget } from "./target";

function checkHostKey(target: SshTarget, wire: Buffer): SshFault | null {
  const presented = describeHostKey(wire);
  const params = {
    ...addressParams(target),
    algorithm: presented.algorithm,
    presented: presented.fingerprint,
    presentedKey: presented.publicKey,
  };
  if (!target.hostKey) return new SshFault("host-key-unknown", params);
  if (target.hostKey.publicKey === presented.publicKey) return null;
  return new SshFault("host-key-changed", { ...params, expected: fingerprintOf(target.hostKey.publicKey) });
}

/** Makes the connection to a machine where it is not made from here. */
export type Reach = (() => Promise<Duplex>) | undefined;

/** A connection to the machine whose key is trusted, logged in. */
export async function openVerified(target: SshTarget, reach: Reach): Promise<Client> {
  const refusals: SshFault[] = [];
  try {
    return await open({
      address: target,
      username: target.username,
      connectMs: target.timeouts?.connectMs ?? defaultTimeouts.connectMs,
      preferred: target.hostKey?.algorithm ?? null,
      verify: (wire) => {
        const refusal = checkHostKey(target, wire);
        if (refusal) refusals.push(refusal);
        return refusal === null;
      },
      authenticate: authenticateAs(target.username, target.login),
      reach,
    });
  } catch (error) {
    throw refusals[0] ?? error;
  }
}

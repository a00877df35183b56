import "server-only";
import type { Client } from "ssh2";
import { addressParams, open, type Reach } from "./connect";
import { SshFault } from "./fault";
import { fetchHostCertificate } from "./fetch-certificate";
import { authenticateAs } from "./login";
import { describeHostKey, fingerprintOf } from "./public-key";
import { defaultTimeouts, type SshTarget, type Vouch, type Vouched } from "./target";

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

/** A connection to the machine that shows exactly the trusted key, logged in. */
async function openExactly(target: SshTarget, reach: Reach, isNew = false): Promise<Client> {
  const refusals: SshFault[] = [];
  try {
    return await open({
      address: target,
      username: target.username,
      connectMs: connectMsOf(target),
      preferred: target.hostKey?.algorithm ?? null,
      isNew,
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

const connectMsOf = ({ timeouts }: SshTarget) => timeouts?.connectMs ?? defaultTimeouts.connectMs;

type Verdict = Awaited<ReturnType<Vouch>>;

const ask = async (target: SshTarget, reach: Reach): Promise<Verdict> =>
  target.vouch?.(() => fetchHostCertificate({ address: target, connectMs: connectMsOf(target), reach }));

/** Where a key is trusted, that it cannot be asked for another one hinders nothing. */
const askBeside = (target: SshTarget, reach: Reach): Promise<Verdict> =>
  ask(target, reach).catch((error: unknown) => {
    if (error instanceof SshFault) return undefined;
    throw error;
  });

/** A refused key, with the reason why no certificate vouches for it. */
function withRefusal(error: unknown, verdict: Verdict): unknown {
  if (!(error instanceof SshFault) || !verdict || verdict.ok) return error;
  if (error.fault !== "host-key-unknown" && error.fault !== "host-key-changed") return error;
  const { code, params } = verdict.error;
  const told = Object.entries(params).map(([name, value]) => [`certificate-${name}`, value]);
  return new SshFault(
    error.fault,
    { ...error.params, certificate: code, ...Object.fromEntries(told) },
    error,
  );
}

/** The certificate was that of another machine, which anybody may show. */
function withUnproven(error: unknown, { hostKey }: SshTarget): unknown {
  if (!(error instanceof SshFault) || error.fault !== "host-key-changed") return error;
  const fault = hostKey ? "host-key-changed" : "host-key-unknown";
  return new SshFault(fault, { ...error.params, certificate: "unproven" }, error);
}

/** A connection to a machine by the key that was vouched for, which is kept as soon as the machine has proven it. */
async function openVouched(target: SshTarget, reach: Reach, { hostKey, keep }: Vouched): Promise<Client> {
  const isNew = target.hostKey?.publicKey !== hostKey.publicKey;
  const client = await openExactly({ ...target, hostKey }, reach, isNew).catch(async (error: unknown) => {
    // A login comes after the proof.
    if (error instanceof SshFault && error.fault === "login-refused") await keep();
    throw withUnproven(error, target);
  });
  try {
    await keep();
    return client;
  } catch (error) {
    client.destroy();
    throw error;
  }
}

/** Another key is shown than the one that an authority vouched for: the same authority may vouch for it as well. */
async function openChanged(target: SshTarget, reach: Reach, changed: SshFault): Promise<Client> {
  const verdict = await askBeside(target, reach);
  if (!verdict?.ok) throw withRefusal(changed, verdict);
  return openVouched(target, reach, verdict.value);
}

/** A connection to the machine whose key is trusted, or is by the word of an authority, logged in. */
export async function openVerified(target: SshTarget, reach: Reach): Promise<Client> {
  const isAsked = target.hostKey === null || target.isVouchOver === true;
  const verdict = isAsked ? await (target.hostKey ? askBeside : ask)(target, reach) : undefined;
  if (verdict?.ok) return openVouched(target, reach, verdict.value);
  try {
    return await openExactly(target, reach);
  } catch (error) {
    const isChanged = error instanceof SshFault && error.fault === "host-key-changed";
    if (isChanged && !isAsked) return openChanged(target, reach, error);
    throw withRefusal(error, verdict);
  }
}

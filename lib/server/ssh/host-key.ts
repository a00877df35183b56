import "server-only";
import { open } from "./connect";
import { SshFault } from "./fault";
import { fetchHostCertificate } from "./fetch-certificate";
import { withJump } from "./jump";
import { describeHostKey, type PresentedHostKey } from "./public-key";
import { defaultTimeouts, type SshAddress, type SshTarget, type TrustedHostKey } from "./target";

type Asked = SshAddress & Pick<SshTarget, "jump">;

/** Asks a machine for its host key and leaves before anything is said about who asks. */
export async function fetchHostKey({ jump, ...address }: Asked): Promise<PresentedHostKey> {
  const seen: PresentedHostKey[] = [];
  try {
    await withJump({ ...address, jump: jump ?? null }, async (reach) => {
      const client = await open({
        address,
        username: "pullpath",
        connectMs: defaultTimeouts.connectMs,
        preferred: null,
        verify: (wire) => {
          seen.push(describeHostKey(wire));
          return false;
        },
        authenticate: () => null,
        reach,
      });
      client.destroy();
    });
  } catch (error) {
    if (seen.length === 0) throw error;
  }
  const key = seen[0];
  if (!key) throw new SshFault("protocol", { host: address.host, port: String(address.port) });
  return key;
}

/** Whether a machine has this key: it must agree on a connection with it, which ends before anybody logs in. */
export async function provesHostKey({ jump, ...address }: Asked, key: TrustedHostKey): Promise<boolean> {
  let isShown = false;
  try {
    const client = await withJump({ ...address, jump: jump ?? null }, (reach) =>
      open({
        address,
        username: "pullpath",
        connectMs: defaultTimeouts.connectMs,
        preferred: key.algorithm,
        isNew: true,
        verify: (wire) => {
          isShown = describeHostKey(wire).publicKey === key.publicKey;
          return isShown;
        },
        authenticate: () => null,
        reach,
      }),
    );
    client.destroy();
    return true;
  } catch (error) {
    if (!(error instanceof SshFault)) throw error;
    // Logins come after the proof, and none was tried.
    if (isShown && error.fault === "login-refused") return true;
    // Another key, or one that it could not sign with; who has no algorithm in common with us proves nothing either way.
    if (error.fault === "host-key-unknown" || error.params["reason"] === "handshake") return false;
    throw error;
  }
}

/** Asks a machine for its host key as a certificate; null where it shows none. */
export const fetchCertificate = ({ jump, ...address }: Asked): Promise<Buffer | null> =>
  withJump({ ...address, jump: jump ?? null }, (reach) =>
    fetchHostCertificate({ address, connectMs: defaultTimeouts.connectMs, reach }),
  );

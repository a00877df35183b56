import "server-only";
import type { Duplex } from "node:stream";
import type { ServerHostKeyAlgorithm } from "ssh2";
import { type AnyAuthMethod, Client, type ConnectConfig } from "ssh2";
import { toSshFault } from "./errors";
import { SshFault } from "./fault";
import { withSlot } from "./slots";

export type Address = { host: string; port: number };

/** Decides on the host key in its wire form. Required: a connection without one cannot be written. */
export type HostKeyVerifier = (wire: Buffer) => boolean;

/** The next way to log in, given what the server still offers (null before its first answer). Null gives up. */
export type Authenticate = (offered: readonly string[] | null) => AnyAuthMethod | null;

/** Makes the connection to a machine where it is not made from here. Asked anew for each try. */
export type Reach = (() => Promise<Duplex>) | undefined;

export type OpenOptions = {
  address: Address;
  username: string;
  connectMs: number;
  /** Host key algorithm to ask for first, so that a host with several keys shows the one that is trusted. */
  preferred: string | null;
  /** The key is about to be trusted, and must be proven without SHA-1. */
  isNew?: boolean;
  verify: HostKeyVerifier;
  authenticate: Authenticate;
  reach?: Reach;
};

const hostKeyAlgorithms: ServerHostKeyAlgorithm[] = [
  "ssh-ed25519",
  "ecdsa-sha2-nistp256",
  "ecdsa-sha2-nistp384",
  "ecdsa-sha2-nistp521",
  "rsa-sha2-512",
  "rsa-sha2-256",
];

/**
 * An `ssh-rsa` key signs with any of three algorithms, of which SHA-1 is offered last and only where such a key is
 * trusted already. The others stay in the list: a changed key must be seen.
 */
function orderedAlgorithms({ preferred, isNew = false }: OpenOptions): ServerHostKeyAlgorithm[] {
  const isRsa = preferred === "ssh-rsa";
  const isPreferred = (name: string) => (isRsa ? name.startsWith("rsa-") : name === preferred);
  const first = hostKeyAlgorithms.filter(isPreferred);
  const rest = hostKeyAlgorithms.filter((name) => !isPreferred(name));
  return [...first, ...(isRsa && !isNew ? (["ssh-rsa"] as const) : []), ...rest];
}

async function connectOnce(options: OpenOptions): Promise<Client> {
  const { address, username } = options;
  const sock = await options.reach?.();
  return new Promise((resolve, reject) => {
    const client = new Client();
    const progress = { connected: false, refusedKey: false, offered: null as readonly string[] | null };
    const stop = (fault: unknown) => {
      client.on("error", () => undefined);
      client.destroy();
      reject(fault);
    };
    const config: ConnectConfig = {
      ...(sock ? { sock } : { host: address.host, port: address.port }),
      username,
      readyTimeout: options.connectMs,
      keepaliveInterval: 5_000,
      keepaliveCountMax: 3,
      algorithms: { serverHostKey: orderedAlgorithms(options) },
      hostVerifier: (wire: Buffer) => {
        const trusted = options.verify(wire);
        progress.refusedKey = !trusted;
        return trusted;
      },
      authHandler: (offered, _partial, next) => {
        // ssh2 passes null before the server has answered; its types do not say so.
        progress.offered = (offered as string[] | null) ?? progress.offered;
        const method = options.authenticate(progress.offered);
        if (method) return next(method);
        const methods = (progress.offered ?? []).join(", ");
        stop(new SshFault("login-refused", { ...addressParams(address), user: username, methods }));
      },
    };
    client.once("connect", () => {
      progress.connected = true;
    });
    client.once("ready", () => {
      client.removeAllListeners("error");
      client.on("error", () => undefined);
      resolve(client);
    });
    client.once("error", (error) => stop(toSshFault(error, { address, username, ...progress })));
    client.once("close", () =>
      stop(new SshFault("unreachable", { ...addressParams(address), reason: "closed" })),
    );
    client.connect(config);
  });
}

export const addressParams = (address: Address) => ({ host: address.host, port: String(address.port) });

const retries = 3;
// sshd drops new connections at random once ten are unauthenticated (MaxStartups 10:30:100 is its default). Who was
// turned away comes back with few others, whatever the limit there is.
const handshakes = { first: 10, again: 2 };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Runs a handshake in its turn. A server that hangs up before it says anything is busy (MaxStartups) and asked again;
 * everything else, login and host key above all, is final.
 */
export async function withHandshake<T>(address: Address, handshake: () => Promise<T>): Promise<T> {
  const key = `${address.host}:${address.port}`;
  for (let attempt = 0; ; attempt += 1) {
    try {
      if (attempt === 0) return await withSlot(key, handshakes.first, handshake);
      return await withSlot(`${key} again`, handshakes.again, handshake);
    } catch (error) {
      const busy = error instanceof SshFault && error.params["reason"] === "closed-early";
      if (!busy || attempt === retries) throw error;
      await pause(200 * 2 ** attempt * (1 + Math.random()));
    }
  }
}

/** The only place that opens a connection to be logged in to. */
export const open = (options: OpenOptions): Promise<Client> =>
  withHandshake(options.address, () => connectOnce(options));

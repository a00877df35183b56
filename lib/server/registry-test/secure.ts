import "server-only";
import type { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import type { Duplex } from "node:stream";
import { connect, createSecureContext, rootCertificates, type SecureContext, type TLSSocket } from "node:tls";
import type { TestFault } from "@/lib/domain/registry-test/result";
import { fail, ok, type Result } from "@/lib/domain/result";
import { chainFault } from "./chain-fault";
import { connectionFault } from "./failure";
import { endWith } from "./within";

/** How a host is verified and who asks it; `key` is secret. */
export type TlsChoice = {
  ca: string | null;
  client: { cert: string; key: string } | null;
  skipVerify: boolean;
  /** The authorities of the system, for what is asked from a node; null for the public ones Node.js knows. */
  roots: readonly string[] | null;
  /** Why a file that was chosen cannot be used; then nothing is asked over TLS. */
  fault: TestFault | null;
};

export const withoutTrust: TlsChoice = {
  ca: null,
  client: null,
  skipVerify: false,
  roots: null,
  fault: null,
};

export type Secured = {
  socket: TLSSocket;
  chain: X509Certificate[];
  /** What is wrong with the certificate where nothing verifies it. */
  doubt: TestFault | null;
};
type Failed = { fault: TestFault; chain: X509Certificate[] };

const longestChain = 10;

function chainOf(socket: TLSSocket): X509Certificate[] {
  const chain: X509Certificate[] = [];
  let next = socket.getPeerX509Certificate();
  while (next && chain.length < longestChain) {
    const seen = next.fingerprint256;
    if (chain.some((each) => each.fingerprint256 === seen)) break;
    chain.push(next);
    next = next.issuerCertificate;
  }
  return chain;
}

const contexts = new WeakMap<TlsChoice, SecureContext>();

/**
 * The authorities and the client certificate of a test, read once: reading a hundred public authorities takes longer
 * than a handshake. Throws where the client certificate cannot be used.
 */
export function contextOf(tls: TlsChoice): SecureContext {
  const { ca, client, roots } = tls;
  const context =
    contexts.get(tls) ??
    createSecureContext({
      // Like containerd: what the system trusts, and the chosen file as well (core/remotes/docker/config/hosts.go).
      ...(ca === null && roots === null
        ? {}
        : { ca: [...(roots ?? rootCertificates), ...(ca === null ? [] : [ca])] }),
      ...(client ?? {}),
      minVersion: "TLSv1.2",
    });
  contexts.set(tls, context);
  return context;
}

function handshake(socket: Duplex, host: string, tls: TlsChoice): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secure = connect({
      socket,
      ...(isIP(host) ? {} : { servername: host }),
      secureContext: contextOf(tls),
      ALPNProtocols: ["http/1.1"],
      // The result is read afterwards, together with the chain that was shown.
      rejectUnauthorized: false,
      checkServerIdentity: () => undefined,
    });
    secure.once("error", reject);
    secure.once("close", () => reject(Object.assign(new Error("closed"), { code: "ECONNRESET" })));
    secure.once("secureConnect", () => {
      secure.off("error", reject);
      secure.on("error", () => secure.destroy());
      resolve(secure);
    });
  });
}

type Peer = { socket: Duplex; host: string };

/** Speaks TLS on an open connection and judges what the server shows. `signal` ends it by ending the connection. */
export async function secure(
  { socket, host }: Peer,
  tls: TlsChoice,
  signal: AbortSignal,
): Promise<Result<Secured, Failed>> {
  const release = endWith(socket, signal);
  try {
    const secured = await handshake(socket, host, tls);
    const chain = chainOf(secured);
    // Node's types call it an error; it is the name of OpenSSL's finding.
    const code = secured.authorized ? "" : String(secured.authorizationError);
    const doubt = chainFault({ code, chain, host, ca: tls.ca });
    if (doubt === null || tls.skipVerify) return ok({ socket: secured, chain, doubt });
    secured.destroy();
    return fail({ fault: doubt, chain });
  } catch (error) {
    socket.destroy();
    return fail({ fault: connectionFault(signal.aborted ? signal.reason : error, { host }), chain: [] });
  } finally {
    release();
  }
}

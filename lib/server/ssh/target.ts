import "server-only";
import type { ParsedKey } from "ssh2";
import type { CertificateRefusal } from "@/lib/domain/nodes/certificate";
import type { Result } from "@/lib/domain/result";

export type SshLogin = { kind: "key"; privateKey: ParsedKey } | { kind: "password"; password: string };

/** `publicKey` is base64 of the wire form, as in a `known_hosts` line. */
export type TrustedHostKey = { algorithm: string; publicKey: string };

/** `keep` stores it, once the machine has proven that it has this key. */
export type Vouched = { hostKey: TrustedHostKey; keep: () => Promise<void> };

/**
 * Says which key of a machine an authority vouches for; `fetch` gets its certificate, null where it shows none. Undefined
 * where there is no authority to ask.
 */
export type Vouch = (
  fetch: () => Promise<Buffer | null>,
) => Promise<Result<Vouched, CertificateRefusal> | undefined>;

export type SshTimeouts = { connectMs: number; commandMs: number };
export const defaultTimeouts: SshTimeouts = { connectMs: 10_000, commandMs: 60_000 };

export type SshAddress = { host: string; port: number };

export type SshTarget = SshAddress & {
  username: string;
  login: SshLogin;
  /** Null stops with `host-key-unknown`: nothing is ever sent to a machine nobody has looked at. */
  hostKey: TrustedHostKey | null;
  /** For a machine of which no key is trusted, or one by the word of an authority; never for one that a person trusts. */
  vouch?: Vouch | undefined;
  /** The certificate behind the trusted key is over, so that a new one is looked for. */
  isVouchOver?: boolean;
  sudoPassword: string | null;
  /** The machine whose sshd connects on to this one; verified and logged in to like any other. */
  jump?: (SshTarget & { name: string }) | null;
  timeouts?: Partial<SshTimeouts>;
};

import "server-only";
import type { ParsedKey } from "ssh2";

export type SshLogin = { kind: "key"; privateKey: ParsedKey } | { kind: "password"; password: string };

/** `publicKey` is base64 of the wire form, as in a `known_hosts` line. */
export type TrustedHostKey = { algorithm: string; publicKey: string };

export type SshTimeouts = { connectMs: number; commandMs: number };
export const defaultTimeouts: SshTimeouts = { connectMs: 10_000, commandMs: 60_000 };

export type SshAddress = { host: string; port: number };

export type SshTarget = SshAddress & {
  username: string;
  login: SshLogin;
  /** Null stops with `host-key-unknown`: nothing is ever sent to a machine nobody has looked at. */
  hostKey: TrustedHostKey | null;
  sudoPassword: string | null;
  /** The machine whose sshd connects on to this one; verified and logged in to like any other. */
  jump?: (SshTarget & { name: string }) | null;
  timeouts?: Partial<SshTimeouts>;
};

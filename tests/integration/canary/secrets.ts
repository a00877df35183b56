import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Unlike anything else, with signs that every encoding writes in its own way. */
const anyText = () => `Canary ${randomBytes(9).toString("hex")}"\\%/+&<é`;
/** Where a shell, a form or YAML takes part and must not be what the test is about. */
const plainText = () => `Canary-${randomBytes(12).toString("hex")}+/9`;

const typed = [
  "registry password",
  "registry auth",
  "registry identity token",
  "registry extra",
  "newer registry password",
  "first administrator",
  "chosen password",
  "wrong password",
  "stored sudo password",
  "typed Harbor password",
] as const;
const plain = [
  "SSH password",
  "replacing SSH password",
  "SSH passphrase",
  "TLS passphrase",
  "imported password",
  "imported token",
  "written password",
  "written token",
] as const;

export type TypedSecret = (typeof typed)[number] | (typeof plain)[number];

/** What people type, each unique. */
export const typedSecrets = (): ReadonlyMap<TypedSecret, string> =>
  new Map<TypedSecret, string>([
    ...typed.map((name) => [name, anyText()] as const),
    ...plain.map((name) => [name, plainText()] as const),
  ]);

/** Lines from within a key in PEM, which any copy of it has. */
export function linesOfKey(name: string, pem: string): [string, string][] {
  const lines = pem.split("\n").filter((line) => line !== "" && !line.startsWith("-----"));
  return lines.slice(2, 4).map((line, at) => [`${name}, line ${at + 3}`, line]);
}

/** Keys that ask for a passphrase, as people have them: for TLS with its certificate, and for SSH. */
export function lockedKeys(tlsPassphrase: string, sshPassphrase: string) {
  const folder = mkdtempSync(join(tmpdir(), "pullpath-canary-"));
  const run = (program: string, ...args: string[]) =>
    execFileSync(program, args, { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  try {
    run(
      ...(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=canary"] as const),
      "-keyout",
      "open.key",
      "-out",
      "tls.crt",
    );
    run(
      "openssl",
      "pkcs8",
      "-topk8",
      "-in",
      "open.key",
      "-out",
      "locked.key",
      "-v2",
      "aes256",
      "-passout",
      `pass:${tlsPassphrase}`,
    );
    run("ssh-keygen", "-q", "-t", "rsa", "-b", "2048", "-N", "", "-f", "ssh");
    const openSsh = readFileSync(join(folder, "ssh"), "utf8");
    run("ssh-keygen", "-q", "-p", "-P", "", "-N", sshPassphrase, "-f", "ssh");
    const file = (name: string) => readFileSync(join(folder, name), "utf8");
    return {
      certificate: file("tls.crt"),
      openTls: file("open.key"),
      lockedTls: file("locked.key"),
      openSsh,
      lockedSsh: file("ssh"),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { utils } from "ssh2";
import { afterAll, describe, expect, it } from "vitest";
import { generateEd25519, parsePrivateKey } from "@/lib/server/ssh/keys";

const folder = mkdtempSync(join(tmpdir(), "pullpath-keys-"));
afterAll(() => rmSync(folder, { recursive: true }));

function keygen(name: string, ...options: string[]): string {
  const file = join(folder, name);
  execFileSync("ssh-keygen", ["-q", "-f", file, "-C", "someone@somewhere", ...options]);
  return readFileSync(file, "utf8");
}

const codeOf = (text: string, passphrase?: string) => {
  const result = parsePrivateKey(text, passphrase);
  return result.ok ? "ok" : result.error.code;
};

describe("private keys", () => {
  it.each([
    ["ed25519", "ssh-ed25519"],
    ["rsa", "ssh-rsa"],
    ["ecdsa", "ecdsa-sha2-nistp256"],
  ])("reads an %s key and shows its public half as ssh-keygen does", (type, algorithm) => {
    const text = keygen(type, "-t", type, "-N", "");
    const result = parsePrivateKey(text);
    if (!result.ok) throw new Error(result.error.code);
    const file = join(folder, type);
    expect(result.value.algorithm).toBe(algorithm);
    expect(result.value.publicLine).toBe(readFileSync(`${file}.pub`, "utf8").trim());
    expect(execFileSync("ssh-keygen", ["-l", "-f", file], { encoding: "utf8" })).toContain(
      result.value.fingerprint,
    );
  });

  it.each([
    ["ed25519", undefined],
    ["rsa", "sha512"],
    ["ecdsa", undefined],
  ])("signs with an %s key as with the text of it", (type, algorithm) => {
    const text = keygen(`${type}-signing`, "-t", type, "-N", "");
    const result = parsePrivateKey(text);
    if (!result.ok) throw new Error(result.error.code);
    const plain = utils.parseKey(text);
    if (plain instanceof Error) throw plain;
    const data = Buffer.from("to be signed");
    const signature = result.value.parsed.sign(data, algorithm);
    if (signature instanceof Error) throw signature;
    expect(plain.verify(data, signature, algorithm)).toBe(true);
    expect(result.value.parsed.getPublicSSH()).toEqual(plain.getPublicSSH());
  });

  it("tells a missing, an empty and a wrong passphrase from the right one", () => {
    for (const text of [
      keygen("locked", "-t", "ed25519", "-N", "open-sesame"),
      keygen("locked-pem", "-t", "rsa", "-m", "PEM", "-N", "open-sesame"),
    ]) {
      expect(codeOf(text)).toBe("key-passphrase-needed");
      expect(codeOf(text, "")).toBe("key-passphrase-needed");
      expect(codeOf(text, "wrong")).toBe("key-passphrase-wrong");
      expect(codeOf(text, "open-sesame")).toBe("ok");
    }
  });

  it("refuses PKCS#8 with a command that really helps", () => {
    const text = keygen("id_key", "-t", "rsa", "-m", "PKCS8", "-N", "");
    const result = parsePrivateKey(text);
    if (result.ok) throw new Error("accepted");
    expect(result.error.code).toBe("key-pkcs8");
    const [program = "", ...words] = (result.error.params.command ?? "").split(" ");
    execFileSync(program, [...words, "-q", "-N", ""], { cwd: folder });
    expect(codeOf(readFileSync(join(folder, "id_key"), "utf8"))).toBe("ok");
  });

  it("refuses a key that ssh2 reads and OpenSSL does not", () => {
    const [head, ...lines] = keygen("bent", "-t", "ecdsa", "-N", "").trim().split("\n");
    const foot = lines.pop();
    const bytes = Buffer.from(lines.join(""), "base64");
    // The point of the public half, in both places: uncompressed, and on no curve any more.
    const point = Buffer.from([0, 0, 0, 65, 4]);
    for (let at = bytes.indexOf(point); at >= 0; at = bytes.indexOf(point, at + 1))
      bytes[at + 40] = ~(bytes[at + 40] ?? 0);
    const bent = [head, bytes.toString("base64"), foot, ""].join("\n");
    expect(utils.parseKey(bent)).not.toBeInstanceOf(Error);
    expect(codeOf(bent)).toBe("key-format");
  });

  it("refuses what is no private key by name", () => {
    keygen("public", "-t", "ed25519", "-N", "");
    expect(codeOf(readFileSync(join(folder, "public.pub"), "utf8"))).toBe("key-public");
    expect(codeOf("PuTTY-User-Key-File-3: ssh-ed25519\nEncryption: none\n")).toBe("key-putty");
    expect(codeOf("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")).toBe("key-certificate");
    expect(codeOf("hello")).toBe("key-format");
    expect(codeOf("")).toBe("key-format");
  });

  it("makes keys that OpenSSH reads, every time", () => {
    for (let count = 0; count < 300; count += 1) {
      const { privateKey } = generateEd25519("pullpath edge");
      const read = parsePrivateKey(privateKey);
      if (!read.ok) throw new Error(read.error.code);
      const message = Buffer.from("proof");
      expect(read.value.parsed.verify(message, read.value.parsed.sign(message))).toBe(true);
    }
    const made = generateEd25519("pullpath edge");
    const file = join(folder, "made");
    writeFileSync(file, made.privateKey, { mode: 0o600 });
    expect(execFileSync("ssh-keygen", ["-y", "-f", file], { encoding: "utf8" }).trim()).toBe(made.publicLine);
  });
});

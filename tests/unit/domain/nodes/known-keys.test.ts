import { createHash, createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hmacSha1, sha256 } from "@/lib/domain/nodes/digest";
import { compareKey, readKnownKeys } from "@/lib/domain/nodes/known-keys";
import { runs } from "@/tests/support/runs";

const blob = (fill: number) =>
  Buffer.concat([Buffer.from("0000000b7373682d6564323535313900000020", "hex"), Buffer.alloc(32, fill)]);
const printOf = (key: Buffer) =>
  `SHA256:${createHash("sha256").update(key).digest("base64").replace(/=+$/, "")}`;
const line = (key: Buffer) => `ssh-ed25519 ${key.toString("base64")}`;
const hashed = (name: string) => {
  const salt = Buffer.from("twenty bytes of salt");
  return `|1|${salt.toString("base64")}|${createHmac("sha1", salt).update(name).digest("base64")}`;
};
const [own, foreign] = [blob(1), blob(2)];
const shown = { host: "10.0.4.1", port: 22, algorithm: "ssh-ed25519", fingerprint: printOf(own) };
const other = { verdict: "other", expected: printOf(foreign) };

describe("digests", () => {
  it("are those of Node for every text and key", () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(bytes, bytes, (key, text) => {
        expect(Buffer.from(sha256(text))).toEqual(createHash("sha256").update(text).digest());
        expect(Buffer.from(hmacSha1(key, text))).toEqual(createHmac("sha1", key).update(text).digest());
      }),
      runs(100),
    );
  });
});

describe("a pasted key", () => {
  it.each([
    ["a fingerprint", printOf(own), { verdict: "same" }],
    ["what ssh-keygen -l prints", `256 ${printOf(own)} root@edge-1 (ED25519)`, { verdict: "same" }],
    ["another fingerprint alone", printOf(foreign), other],
    [
      "several fingerprints, one of them its own",
      `${printOf(foreign)}\r\n${printOf(own)}`,
      { verdict: "same" },
    ],
    [
      "several of others, none of them named",
      `${printOf(foreign)}\n${printOf(blob(3))}`,
      { verdict: "none" },
    ],
    ["a fingerprint behind its address", `10.0.4.1 ${printOf(foreign)}\n${printOf(own)}`, other],
    ["a public key", `${line(own)} root@edge-1`, { verdict: "same" }],
    ["known_hosts with its name", `# x\nedge-1,10.0.4.1 ${line(own)}`, { verdict: "same" }],
    ["known_hosts with another key", `10.0.4.1 ${line(foreign)}`, other],
    ["a key of another kind only", `10.0.4.1 ssh-rsa ${foreign.toString("base64")}`, { verdict: "none" }],
    ["the right key under another address", `10.0.4.2 ${line(own)}`, { verdict: "none" }],
    ["the right key on another port", `[10.0.4.1]:2222 ${line(own)}`, { verdict: "none" }],
    ["a hashed name", `${hashed("10.0.4.1")} ${line(own)}`, { verdict: "same" }],
    ["a hashed name with another key", `${hashed("10.0.4.1")} ${line(foreign)}`, other],
    ["a hashed name of another machine", `${hashed("10.0.4.2")} ${line(foreign)}`, { verdict: "none" }],
    ["ssh-keyscan", `# 10.0.4.1:22 SSH-2.0-OpenSSH_9.6\n10.0.4.1 ${line(own)}`, { verdict: "same" }],
    ["a revoked key", `@revoked * ${line(own)}\n10.0.4.1 ${line(own)}`, { verdict: "revoked" }],
    ["a certificate authority", `@cert-authority 10.0.4.1 ${line(own)}`, { verdict: "none" }],
    [
      "nothing of use",
      "MD5:aa:bb\n|1|x|y ssh-ed25519 !!\nssh-ed25519\nssh-ed25519 AAAAA\n",
      { verdict: "none" },
    ],
    ["nothing", "", { verdict: "none" }],
  ])("%s is compared", (_, text, expected) => {
    expect(compareKey(readKnownKeys(text), shown)).toEqual(expected);
  });

  it("is found by [host]:port where the port is another than 22, plain and hashed", () => {
    const at = { ...shown, host: "Edge-1.corp", port: 2222 };
    expect(compareKey(readKnownKeys(`[edge-1.corp]:2222 ${line(own)}`), at)).toEqual({ verdict: "same" });
    expect(compareKey(readKnownKeys(`${hashed("[edge-1.corp]:2222")} ${line(own)}`), at)).toEqual({
      verdict: "same",
    });
    expect(compareKey(readKnownKeys(`edge-1.corp ${line(own)}`), at)).toEqual({ verdict: "none" });
  });

  it("of a very long text is read within bounds", () => {
    const text = `10.0.4.1 ${line(own)}\n`.repeat(30_000);
    expect(readKnownKeys(text).keys.length).toBe(5000);
    expect(readKnownKeys(`${hashed("a")} ${line(own)}\n`.repeat(501)).keys).toHaveLength(500);
    expect(readKnownKeys(`|1|${"A".repeat(500_000)}|x ${line(own)}`).keys).toHaveLength(1);
  });
});

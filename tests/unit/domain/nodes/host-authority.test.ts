import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authorityLines, patternsCover, readAuthority } from "@/lib/domain/nodes/host-authority";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { runs } from "@/tests/support/runs";

const pair = makeKeyPair("fleet ca");
const key = pair.publicKey;
const [algorithm = "", publicKey = ""] = key.split(" ");

describe("an authority", () => {
  it.each([
    ["a public key", key, null],
    ["a key without a comment", `${algorithm} ${publicKey}`, null],
    ["its line of known_hosts", `@cert-authority *.corp,!lab.corp ${key}`, "*.corp,!lab.corp"],
    ["its line for a host called like a kind of key", `@cert-authority ssh-gw.corp ${key}`, "ssh-gw.corp"],
    ["its line between comments", `# ours\r\n\r\n  @cert-authority\t* ${key}\r\n`, "*"],
  ])("is read from %s", (_, text, patterns) => {
    expect(readAuthority(text)).toMatchObject({
      ok: true,
      value: { algorithm, publicKey, patterns, fingerprint: pair.fingerprint },
    });
  });

  it("is one key, however its bytes are spelled", () => {
    const [kind = "", canonical = ""] = makeKeyPair("p256", ["-t", "ecdsa", "-b", "256"]).publicKey.split(
      " ",
    );
    expect(canonical).toMatch(/=$/);
    const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const bare = canonical.replace(/=+$/, "");
    const next = letters[letters.indexOf(bare.slice(-1)) + 1] ?? "";
    for (const spelled of [canonical, bare, `${bare.slice(0, -1)}${next}=`])
      expect(readAuthority(`${kind} ${spelled}`)).toMatchObject({ value: { publicKey: canonical } });
  });

  it.each([
    ["authority-private", pair.privateKey],
    ["authority-certificate", `ssh-ed25519-cert-v01@openssh.com ${publicKey}`],
    ["authority-revoked", `@revoked * ${key}`],
    ["authority-host-key", `node1.corp ${key}`],
    ["authority-hashed", `@cert-authority |1|c2FsdA==|aGFzaA== ${key}`],
    ["authority-several", `${key}\n${key}`],
    ["authority-algorithm", `sk-ssh-ed25519@openssh.com ${publicKey}`],
    ["authority-algorithm", `ssh-dss ${publicKey}`],
    ["authority-format", "ssh-ed25519 AAAA"],
    ["authority-format", `@cert-authority ${key}`],
    ["authority-format", `@cert-authority a b ${key}`],
    ["authority-format", ""],
  ])("is not read (%s)", (error, text) => {
    expect(readAuthority(text)).toEqual({ ok: false, error });
  });

  it("is found in what was pasted as host keys", () => {
    const line = `@cert-authority * ${key}`;
    expect(authorityLines(`# x\n10.0.0.1 ${key}\n  ${line}\r\n@revoked * ${key}`)).toEqual([line]);
  });
});

describe("a list of patterns", () => {
  it.each([
    ["*", "node1.corp", true],
    ["*.corp", "node1.corp:2222", true],
    ["*.CORP", "Node1.corp", true],
    ["*.corp", "corp", false],
    ["node?.corp", "node1.corp", true],
    ["node?.corp", "node10.corp", false],
    ["*.corp,!lab*.corp", "lab1.corp", false],
    ["!lab*.corp,*.corp", "lab1.corp", false],
    ["!lab.corp", "node1.corp", false],
    ["10.0.?.*,fd00::*", "10.0.4.21", true],
    ["10.0.?.*,fd00::*", "fd00::7", true],
    ["[node1.corp]:2222", "node1.corp:2222", true],
    ["[node1.corp]:2222", "node1.corp", false],
    ["**a*b**", "xxaxxbxx", true],
    ["a*b*c", "abcbd", false],
  ])("%s, %s: %s", (patterns, text, covered) => {
    const [, host = "", port = "22"] = /^(.*?)(?::(\d{4}))?$/.exec(text) ?? [];
    expect(patternsCover(patterns, { host, port: Number(port) })).toBe(covered);
  });

  it("matches like a regular expression, and long ones in no time", () => {
    const part = fc.stringMatching(/^[ab*?]{0,8}$/);
    fc.assert(
      fc.property(part, fc.stringMatching(/^[ab]{0,8}$/), (pattern, host) => {
        const expected = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`).test(host);
        expect(patternsCover(pattern, { host, port: 22 })).toBe(expected);
      }),
      runs(300),
    );
    expect(patternsCover(`${"a*".repeat(450)}b`, { host: "a".repeat(253), port: 22 })).toBe(false);
  });
});

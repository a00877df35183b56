import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Authority, checkCertificate } from "@/lib/server/ssh/certificate-check";
import { readAuthorityKey } from "@/lib/server/ssh/certificate-signature";
import { readHostCertificate } from "@/lib/server/ssh/host-certificate";
import { lengthed } from "@/lib/server/ssh/wire";
import { type CertificateOptions, certify, type KeyPair, makeKeyPair } from "@/tests/support/nodes/host-key";
import { runs } from "@/tests/support/runs";

const blobOf = (line: string) => Buffer.from(line.split(" ")[1] ?? "", "base64");
const address = { host: "node1.corp", port: 22 };
const now = Date.parse("2026-06-01T00:00:00Z");
const long = "20260101000000Z:20270101000000Z";

const kinds = {
  ed25519: ["-t", "ed25519"],
  rsa: ["-t", "rsa", "-b", "2048"],
  p256: ["-t", "ecdsa", "-b", "256"],
  p384: ["-t", "ecdsa", "-b", "384"],
  p521: ["-t", "ecdsa", "-b", "521"],
} as const;
const authorities = Object.fromEntries(
  Object.entries(kinds).map(([kind, args]) => [kind, makeKeyPair(kind, args)]),
) as Record<keyof typeof kinds, KeyPair>;
const host = makeKeyPair("host");
const trusted = (pair: KeyPair, patterns = "*"): Authority => ({
  publicKey: blobOf(pair.publicKey).toString("base64"),
  patterns,
});

const good = { principals: ["node1.corp", "10.0.0.1"], validity: long, keyId: "node1", serial: 7 };
const wireOf = (options: CertificateOptions = {}, authority = authorities.ed25519, key = host) =>
  blobOf(certify(authority, key.publicKey, { ...good, ...options }));
const check = (wire: Buffer, stored = [trusted(authorities.ed25519)], at = address) =>
  checkCertificate({ wire, address: at, authorities: stored, now });
const refusal = (wire: Buffer, stored?: Authority[], at?: typeof address) => {
  const result = check(wire, stored, at);
  return result.ok ? "accepted" : result.error.code;
};

describe("a host certificate", () => {
  it.each(Object.entries(authorities))("vouches for a key when a %s authority signed it", (_, authority) => {
    const stored = [trusted(host, "elsewhere"), trusted(authority)];
    const result = check(wireOf({}, authority), stored);
    expect(result).toMatchObject({ ok: true, value: { certificate: { keyId: "node1", serial: "7" } } });
    if (result.ok) expect(result.value.certificate.key).toEqual(blobOf(host.publicKey));
  });

  it.each(Object.entries(kinds))("can be about a %s key", (kind, args) => {
    const key = makeKeyPair(kind, args);
    const result = check(wireOf({}, authorities.ed25519, key));
    expect(result.ok && result.value.certificate.key.equals(blobOf(key.publicKey))).toBe(true);
  });

  it("may have no end, and is for every name in it", () => {
    const wire = wireOf({ validity: "always:forever" });
    expect(readHostCertificate(wire)).toMatchObject({ validUntil: null, kind: "host" });
    expect(refusal(wire)).toBe("accepted");
    expect(refusal(wire, undefined, { host: "10.0.0.1", port: 2200 })).toBe("accepted");
    expect(refusal(wire, undefined, { host: "NODE1.corp", port: 22 })).toBe("accepted");
  });

  it.each<[string, string, CertificateOptions]>([
    ["another machine", "principals", { principals: ["node2.corp"] }],
    ["a name that only begins alike", "principals", { principals: ["node1.corp.example"] }],
    ["a pattern of names", "principals", { principals: ["*"] }],
    ["no name", "no-principals", { principals: [] }],
    ["a time that is over", "expired", { validity: "20250101000000Z:20260531235959Z" }],
    ["a time that ends just now", "expired", { validity: "20250101000000Z:20260601000000Z" }],
    ["a time to come", "not-yet-valid", { validity: "20260601000001Z:20270101000000Z" }],
    ["a user", "user", { user: true }],
  ])("for %s is refused", (_, code, options) => {
    expect(refusal(wireOf(options))).toBe(code);
  });

  it("with an option that nobody here knows is refused", () => {
    const wire = wireOf({ user: true, more: ["-O", "critical:made-up@example.com=1"] });
    expect(readHostCertificate(wire)?.criticalOptions).toEqual(["made-up@example.com"]);
    const asked = wireOf({ more: ["-O", "critical:made-up@example.com=1"] });
    expect(readHostCertificate(asked)?.criticalOptions).toEqual(["made-up@example.com"]);
    expect(refusal(asked)).toBe("critical-options");
  });

  it("of another authority is refused, and one outside of what its authority may vouch for", () => {
    const wire = wireOf({}, authorities.p256);
    expect(check(wire)).toMatchObject({
      error: { code: "other-authority", params: { fingerprint: authorities.p256.fingerprint } },
    });
    expect(refusal(wire, [])).toBe("other-authority");
    expect(refusal(wireOf(), [trusted(authorities.ed25519, "*.lab,!node1.corp,*")])).toBe("not-covered");
    expect(refusal(wireOf(), [trusted(authorities.ed25519, "*.corp,!node2.corp")])).toBe("accepted");
  });

  it("signed with SHA-1 is refused, and an authority with a short or a certified key is none", () => {
    const weak = wireOf({ more: ["-t", "ssh-rsa"] }, authorities.rsa);
    expect(refusal(weak, [trusted(authorities.rsa)])).toBe("algorithm");
    expect(readAuthorityKey(blobOf(makeKeyPair("short", ["-t", "rsa", "-b", "1024"]).publicKey))).toBeNull();
    expect(readAuthorityKey(wireOf())).toBeNull();
    expect(readAuthorityKey(blobOf(authorities.rsa.publicKey))).not.toBeNull();
  });

  it.each(Object.entries(authorities))("of a %s authority holds with no bit changed", (_, authority) => {
    const wire = wireOf({}, authority);
    fc.assert(
      fc.property(fc.nat(wire.length - 1), fc.nat(7), (byte, bit) => {
        const changed = Buffer.from(wire);
        changed.writeUInt8(changed.readUInt8(byte) ^ (1 << bit), byte);
        expect(refusal(changed, [trusted(authority)])).not.toBe("accepted");
      }),
      runs(150),
    );
  });

  it("may say what would change the line it is shown in, which becomes a space", () => {
    const keyId = "a\u202eb\u2028c\u200bd";
    expect(readHostCertificate(wireOf({ keyId }))?.keyId).toBe("a b c d");
  });

  it.each(["constructor", "toString", "__proto__"])(
    "of the kind %s is none, and neither is such a signature",
    (name) => {
      const wire = wireOf();
      const named = lengthed(name);
      expect(refusal(Buffer.concat([named, wire.subarray(4 + wire.readUInt32BE(0))]))).toBe("unreadable");
      const signature = lengthed(Buffer.concat([named, lengthed(Buffer.alloc(64))]));
      const { signed } = readHostCertificate(wire) ?? { signed: wire };
      expect(refusal(Buffer.concat([signed, signature]))).toBe("algorithm");
      expect(readAuthorityKey(named)).toBeNull();
    },
  );

  it("of any other bytes is refused in peace", () => {
    const wire = wireOf();
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.nat(wire.length - 1), (bytes, cut) => {
        for (const text of [bytes, [...wire.subarray(0, cut)], [...wire.subarray(0, cut), ...bytes]])
          expect(refusal(Buffer.from(text))).not.toBe("accepted");
        readAuthorityKey(Buffer.from(bytes));
      }),
      runs(150),
    );
    expect(refusal(Buffer.concat([wire, Buffer.alloc(1)]))).toBe("unreadable");
    expect(refusal(blobOf(host.publicKey))).toBe("unreadable");
  });
});

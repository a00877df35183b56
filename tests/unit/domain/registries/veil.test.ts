import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskSecrets } from "@/lib/domain/registries/mask";
import type { Definition } from "@/lib/domain/registries/schema";
import { unveilSecrets, veilSecrets } from "@/lib/domain/registries/veil";
import { define, host, mirror, secret, text } from "@/tests/support/definitions";
import { runs } from "@/tests/support/runs";
import { definition } from "./arbitraries";

const extra = (key: string, value: string) => ({ key, value: text(value), note: "" });
const canary = "canary-1";

/** A definition with a secret at every place that can hold one. */
const full = (word: string): Definition =>
  define({
    note: `kept\npassword: ${word}`,
    extras: [extra("token", word)],
    mirrors: [
      { ...mirror("docker.io", `https://u:${word}@a.corp/x?${word}`, "https://b.corp"), note: "plain" },
    ],
    registryHosts: [
      host("a.corp", { username: text("robot"), password: text(word), extras: [extra("pass", word)] }),
      host("b.corp", { password: secret("stored") }),
    ],
    auths: [{ host: `https://u:${word}@c.corp`, note: "", auth: null }],
  });

describe("a definition without its secrets", () => {
  it("holds none that was typed, and comes back with all else", () => {
    const base = define({});
    const veiled = veilSecrets(full(canary), base);
    expect(JSON.stringify(veiled)).not.toContain(canary);
    const { definition: back, lost } = unveilSecrets(veiled, base);
    expect(back).toEqual(
      define({
        note: "kept",
        mirrors: [{ ...mirror("docker.io", "https://a.corp/x", "https://b.corp"), note: "plain" }],
        registryHosts: [
          host("a.corp", { username: text("robot") }),
          host("b.corp", { password: secret("stored") }),
        ],
        auths: [{ host: "https://c.corp", note: "", auth: null }],
      }),
    );
    expect(lost.map(({ subject, what }) => [subject, what])).toEqual([
      [{ kind: "file" }, "note"],
      [{ kind: "mirror", name: "docker.io" }, "address"],
      [{ kind: "registryHost", name: "a.corp" }, "password"],
      [{ kind: "registryHost", name: "a.corp" }, "extra"],
      [{ kind: "legacyAuth", name: "https://c.corp" }, "address"],
      [{ kind: "file" }, "extra"],
    ]);
  });

  it("holds no key that was pasted where its path belongs", () => {
    const path = { kind: "path", path: `-----BEGIN PRIVATE KEY-----${canary}` } as const;
    const files = { ca_file: null, cert_file: null, key_file: path };
    const tls = { ...files, insecure_skip_verify: false, extras: [] };
    const pasted = define({ registryHosts: [host("a.corp", null, { tls })] });
    const veiled = veilSecrets(pasted, define({}));
    expect(JSON.stringify(veiled)).not.toContain(canary);
    expect(unveilSecrets(veiled, define({})).lost).toHaveLength(1);
    expect(unveilSecrets(veilSecrets(pasted, pasted), pasted)).toEqual({ definition: pasted, lost: [] });
  });

  it("gets those back that the revision it began from has", () => {
    const base = full("known-1");
    const veiled = veilSecrets(base, base);
    expect(JSON.stringify(veiled)).not.toContain("known-1");
    expect(unveilSecrets(veiled, base)).toEqual({ definition: base, lost: [] });
  });

  it("takes no number for a secret that the base does not have", () => {
    const forged = define({ registryHosts: [host("a", { password: text("•••secret 7•••") })] });
    const { definition: back, lost } = unveilSecrets(forged, full(canary));
    expect(back.registryHosts?.[0]?.auth?.password).toBeNull();
    expect(lost).toHaveLength(1);
  });

  it.each(["? @", "a?b@c", "https://u:?@h/?x@y?z"])(
    "is whole again where a secret looks like a URL: %s",
    (key) => {
      const one = define({ registryHosts: [host(key, null)], mirrors: [mirror("docker.io", key)] });
      expect(unveilSecrets(veilSecrets(one, one), one)).toEqual({ definition: one, lost: [] });
    },
  );

  it("is whole again for any definition and its own base", () => {
    fc.assert(
      fc.property(definition, (one) => {
        // No definition that can be saved holds these characters.
        fc.pre(!/\\u000[01]/.test(JSON.stringify(one)));
        expect(unveilSecrets(veilSecrets(one, one), one)).toEqual({ definition: one, lost: [] });
      }),
      runs(100),
    );
  });

  it("holds nothing that masking hides, whatever the base", () => {
    fc.assert(
      fc.property(definition, definition, (one, base) => {
        const seen: string[] = [];
        maskSecrets(veilSecrets(one, base), (shown) => {
          seen.push(shown);
          return shown;
        });
        expect(seen.filter((shown) => !/^•••secret(?: \d+)?•••$/.test(shown))).toEqual([]);
      }),
      runs(100),
    );
  });
});

import { describe, expect, it } from "vitest";
import { isBlankFlowText, unsealedSecrets } from "@/lib/domain/configurations/unsealed";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import type { Extra } from "@/lib/domain/registries/schema";

const extra = (key: string, text: string): Extra => ({ key, value: { kind: "text", text }, note: "" });
const mirror = (...extras: Extra[]) => ({ name: "m", note: "", endpoints: null, rewrites: null, extras });

describe("secrets that nothing would seal", () => {
  it("are found at every wrong place", () => {
    const definition = {
      ...emptyDefinition,
      extras: [extra("password", "x")],
      mirrors: [mirror(extra("insecure", "true"), extra("auth", "{username: a, password: b}"))],
      registryHosts: [
        {
          host: "h",
          note: "",
          auth: null,
          tls: null,
          extras: [extra("login", '{"password": b}'), extra("x", "1")],
        },
      ],
    };
    expect(unsealedSecrets(definition).map((path) => path.join("/"))).toEqual([
      "extras/0/value",
      "mirrors/0/extras/1/value",
      "registryHosts/0/extras/0/value",
    ]);
  });

  it("are no harmless keys: an empty value, a number, a word with another meaning", () => {
    const harmless = [
      extra("password", "''"),
      extra("rewrites", "{a: b}"),
      extra("authority", "x"),
      extra("token", "~"),
    ];
    expect(unsealedSecrets({ ...emptyDefinition, mirrors: [mirror(...harmless)] })).toEqual([]);
  });

  it("are not what says nothing", () => {
    expect(["", "null", "~", "[]", "{ }", '""'].every(isBlankFlowText)).toBe(true);
    expect(["0", "[a]", "no"].some(isBlankFlowText)).toBe(false);
  });
});

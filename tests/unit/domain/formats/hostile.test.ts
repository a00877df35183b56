import fc from "fast-check";
import { expect, it } from "vitest";
import { type Converted, convert } from "@/lib/domain/formats/convert";
import { formats, recognise } from "@/lib/domain/formats/recognise";
import { render } from "@/lib/domain/registries/render";
import { definitionSchema } from "@/lib/domain/registries/schema";
import { readToml } from "@/tests/support/read-toml";
import { runs } from "@/tests/support/runs";

const foreign = formats.filter((format) => format !== "registries-yaml");

const key = fc.oneof(
  fc.constantFrom(
    ..."registry-mirrors insecure-registries auths auth username password identitytoken email credHelpers".split(
      " ",
    ),
    ..."host server ca client skip_verify capabilities override_path rewrite header plugins cri registry".split(
      " ",
    ),
    ..."mirrors configs endpoint tls ca_file insecure_skip_verify data stringData .dockerconfigjson".split(
      " ",
    ),
    ..."__proto__ constructor toString https://m.corp harbor.corp:8443 * .. ../x \u0000 docker.io".split(" "),
  ),
  fc.string({ unit: "binary" }),
);
const leaf = fc.oneof(
  fc.constantFrom("https://m.corp", "dTpw", "pull", "/ca.crt", "", "\u0007", "\ud800", true, 7, null),
  fc.string({ unit: "binary" }),
);
const value = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 6 },
    leaf,
    fc.array(tie("node"), { maxLength: 3 }),
    fc.array(fc.tuple(key, tie("node")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
  ),
})).node;

/** Puts any value where a format looks for one, so that tables are met more often than by chance. */
const wrapped: Record<(typeof foreign)[number], (given: unknown) => unknown> = {
  "docker-daemon": (given) => ({ "registry-mirrors": given, "insecure-registries": given }),
  "docker-config": (given) => ({ auths: given, credHelpers: given }),
  "kubernetes-secret": (given) => ({ stringData: { ".dockerconfigjson": JSON.stringify({ auths: given }) } }),
  "hosts-toml": (given) => ({ host: given, server: given }),
  "containerd-config": (given) => ({
    plugins: { cri: { registry: { mirrors: given, configs: given, auths: given } } },
  }),
};

function check(converted: Converted): void {
  if (converted.kind !== "converted") return;
  const { definition, rows } = converted.conversion;
  expect(definitionSchema.safeParse(definition).error).toBeUndefined();
  expect(render(definition)).toBeTypeOf("string");
  for (const { params } of rows) expect(Object.values(params).join()).not.toContain("canary");
}

it.each(foreign)("answers any tables of %s, and makes nothing that could not be saved", (format) => {
  fc.assert(
    fc.property(
      value,
      fc.boolean(),
      fc.constantFrom("docker.io", "*", "..", "\u0000"),
      (any, wrap, registry) => {
        const given = wrap ? wrapped[format](any) : any;
        const text = JSON.stringify(given);
        const result = convert({ format, text, registry, readToml: () => given });
        if (result.ok) check(result.value);
      },
    ),
    runs(600),
  );
});

it("answers any text, whatever it is taken for", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (text, name) => {
      expect(formats).toContain(recognise(text, name));
      for (const format of foreign) {
        const result = convert({ format, text, registry: "docker.io", readToml });
        if (result.ok) check(result.value);
      }
    }),
    runs(300),
  );
});

it("keeps each secret out of what is said of its key", () => {
  const canary = "canary";
  const login = {
    auth: btoa(`u:${canary}`),
    password: canary,
    username: canary,
    identitytoken: canary,
    x: canary,
  };
  const file = {
    auths: { "r.corp": login, [`https://u:p@s.corp`]: login },
    HttpHeaders: { a: canary },
    credsStore: canary,
  };
  const result = convert({ format: "docker-config", text: JSON.stringify(file), readToml });
  if (!result.ok || result.value.kind !== "converted") throw new Error("not read");
  expect(JSON.stringify(result.value.conversion.rows)).not.toContain(canary);
});

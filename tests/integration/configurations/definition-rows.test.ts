import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import type { AuthValue, Definition } from "@/lib/domain/registries/schema";
import { insertDefinition, loadDefinition } from "@/lib/server/configurations/definition-store";
import { revisionColumns, toRows } from "@/lib/server/configurations/definition-to-rows";
import { db } from "@/lib/server/db/client";
import { temporaryDatabase } from "@/tests/support/database";

temporaryDatabase();

const word = fc.string({ maxLength: 8, unit: "grapheme" });
const slug = fc.constantFrom("harbor-robot", "hub");
const nullable = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const list = <Value>(item: fc.Arbitrary<Value>) => fc.array(item, { maxLength: 4 });

const secret: fc.Arbitrary<AuthValue> = fc.oneof(
  fc.record({ kind: fc.constant("secret" as const), slug }),
  fc.constant({ kind: "text" as const, text: "" }),
);
const open: fc.Arbitrary<AuthValue> = fc.oneof(
  fc.record({ kind: fc.constant("text" as const), text: word }),
  secret,
);
const file = fc.oneof(
  fc.record({ kind: fc.constant("path" as const), path: word }),
  fc.record({ kind: fc.constant("certificate" as const), slug }),
);
const extras = list(fc.record({ key: word, value: open, note: word }));
const authExtras = list(fc.record({ key: word, value: secret, note: word }));
const auth = fc.record({
  username: nullable(open),
  password: nullable(secret),
  auth: nullable(secret),
  identity_token: nullable(secret),
  extras: authExtras,
});
const tls = fc.record({
  ca_file: nullable(file),
  cert_file: nullable(file),
  key_file: nullable(file),
  insecure_skip_verify: fc.boolean(),
  extras,
});
const definition: fc.Arbitrary<Definition> = fc.record({
  note: word,
  endNote: word,
  mirrorsNote: word,
  mirrors: nullable(
    list(
      fc.record({
        name: word,
        note: word,
        endpoints: nullable(list(fc.record({ url: word, note: word }))),
        rewrites: nullable(list(fc.record({ pattern: word, replacement: word, note: word }))),
        extras,
      }),
    ),
  ),
  registryHostsNote: word,
  registryHosts: nullable(
    list(fc.record({ host: word, note: word, auth: nullable(auth), tls: nullable(tls), extras })),
  ),
  authsNote: word,
  auths: nullable(list(fc.record({ host: word, note: word, auth: nullable(auth) }))),
  extras,
});

const credentialIds = new Map<string, string>();
const certificateIds = new Map<string, string>();
let configurationId = "";
let number = 0;

const store = (each: Definition) =>
  db().$transaction(async (tx) => {
    number += 1;
    const data = { configurationId, number, authorName: "mei", ...revisionColumns(each) };
    const { id: revisionId } = await tx.revision.create({ data });
    await insertDefinition(tx, each, { revisionId, credentialIds, certificateIds, newId: randomUUID });
    return revisionId;
  });

beforeAll(async () => {
  configurationId = (await db().configuration.create({ data: { name: "lab", nameKey: "lab" } })).id;
  for (const name of ["harbor-robot", "hub"]) {
    credentialIds.set(name, (await db().credential.create({ data: { slug: name, name } })).id);
    certificateIds.set(name, (await db().certificate.create({ data: { slug: name, name } })).id);
  }
});

describe("the rows of a definition", () => {
  it("give the definition back as it was, through the database", async () => {
    await fc.assert(
      fc.asyncProperty(definition, async (each) => {
        expect(await loadDefinition(db(), await store(each))).toEqual(each);
      }),
      { numRuns: 60 },
    );
  });

  it("hold no password", () => {
    const secretText = { kind: "text", text: "hunter2" } as const;
    const blank = { username: null, password: null, auth: null, identity_token: null, extras: [] };
    const context = { revisionId: "r", credentialIds, certificateIds, newId: randomUUID };
    for (const field of ["password", "auth", "identity_token"] as const) {
      const registryHosts = [
        { host: "h", note: "", auth: { ...blank, [field]: secretText }, tls: null, extras: [] },
      ];
      expect(() => toRows({ ...emptyDefinition, registryHosts }, context)).toThrow("Invariant");
    }
    const extra = { key: "token", value: secretText, note: "" };
    const auths = [{ host: "h", note: "", auth: { ...blank, extras: [extra] } }];
    expect(() => toRows({ ...emptyDefinition, auths }, context)).toThrow("Invariant");
  });

  it("store and read a thousand mirrors", async () => {
    const mirrors = Array.from({ length: 1000 }, (_, index) => ({
      name: `registry-${index}.example.com`,
      note: "",
      endpoints: [
        { url: `https://a-${index}.example.com`, note: "" },
        { url: `https://b-${index}.example.com`, note: "" },
      ],
      rewrites: [{ pattern: "^(.*)$", replacement: "proxy/$1", note: "" }],
      extras: [],
    }));
    const revisionId = await store({ ...emptyDefinition, mirrors });
    expect((await loadDefinition(db(), revisionId)).mirrors).toEqual(mirrors);
  });
});

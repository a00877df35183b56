import { emptyDefinition } from "@/lib/domain/registries/fields";
import type { Auth, Definition, Extra, Tls } from "@/lib/domain/registries/schema";
import { getConfiguration, listRevisions } from "@/lib/server/configurations/queries";
import { getTemplates } from "@/lib/server/configurations/template-queries";
import { db } from "@/lib/server/db/client";
import { listPublicMirrors } from "@/lib/server/public-mirrors/queries";
import { host, mirror, secret, text } from "@/tests/support/definitions";
import { admin } from "@/tests/support/pushes";
import { lastCredentials } from "./opened";
import { idOf, pathOnly, type Row } from "./row";
import { fresh, type World } from "./world";

const note = "a note";
const extra = (value: Extra["value"]): Extra => ({ key: "extra", value, note });
const file = (slug: string) => ({ kind: "certificate", slug }) as const;
const path = { kind: "path", path: "/etc/ssl/one.pem" } as const;

type Parts = { auth: Auth; tls: Tls; extras: Extra[] };

const definition = ({ auth, tls, extras }: Parts): Definition => ({
  ...{ note, endNote: note, mirrorsNote: note, registryHostsNote: note, authsNote: note },
  mirrors: [
    {
      name: "docker.io",
      note,
      endpoints: [{ url: "https://one.example", note }],
      rewrites: [{ pattern: "^a", replacement: "b", note }],
      extras,
    },
  ],
  registryHosts: [{ host: "one.example", note, auth, tls, extras }],
  auths: [{ host: "two.example", note, auth }],
  extras,
});

const plain = text("");
const harbor = secret("harbor");

/** Every value that may stand as text does. */
const written = definition({
  auth: { username: text("me"), password: plain, auth: plain, identity_token: plain, extras: [extra(plain)] },
  tls: { ca_file: path, cert_file: path, key_file: path, insecure_skip_verify: true, extras: [extra(plain)] },
  extras: [extra(text("1"))],
});

/** Every value that may be stored is. */
const stored = definition({
  auth: { username: harbor, password: harbor, auth: harbor, identity_token: harbor, extras: [extra(harbor)] },
  tls: {
    ...{ ca_file: file("root-ca"), cert_file: file("client"), key_file: file("client") },
    ...{ insecure_skip_verify: false, extras: [] },
  },
  extras: [extra(text("1"))],
});

/** Secrets where nothing would resolve them. */
const misplaced: Definition = {
  ...emptyDefinition,
  mirrors: [{ ...mirror("docker.io"), extras: [extra(harbor)] }],
  registryHosts: [
    {
      ...host("one.example", null),
      tls: {
        ca_file: null,
        cert_file: null,
        key_file: null,
        insecure_skip_verify: false,
        extras: [extra(harbor)],
      },
      extras: [extra(harbor)],
    },
  ],
  extras: [extra(harbor)],
};

const at = ({ configuration }: World) => ({ id: configuration });
const baseNumber = async ({ configuration }: World) =>
  (await listRevisions(admin, configuration))[0]?.number ?? 0;
/** With the secrets of credentials that were made of plain text. */
const newest = async (id: string) => [
  await lastCredentials(),
  await getConfiguration(admin, id),
  await getTemplates(admin, id),
];
const here = (_: unknown, { configuration }: World) => newest(configuration);
const created = (answer: unknown) => newest(idOf(answer));
const reading: Row = { params: at, valid: [{ status: 200, query: { revision: "1" } }], kept: null };
const template = '{{ template "base" . }}\n';
const changed = {
  address: "it becomes the address of an endpoint",
  registry: "it becomes a key of the file",
};
const mirrorBody = () => ({
  name: fresh("m"),
  registry: "quay.io",
  address: `https://${fresh("m")}.example`,
  note,
});

export const configurationRows: Record<string, Row> = {
  "GET /api/v1/configurations": { valid: [{ status: 200, query: { archived: "true" } }], kept: null },
  "POST /api/v1/configurations": {
    valid: [
      ...[written, stored].map((given) => ({
        status: 201,
        body: () => ({ name: fresh("c"), description: note, message: note, definition: given }),
      })),
      { status: 400, body: () => ({ name: fresh("c"), definition: misplaced }) },
      {
        status: 409,
        body: () => ({ name: fresh("c"), definition: emptyDefinition, nodeFile: "0".repeat(32) }),
      },
    ],
    kept: created,
    share: 16,
  },
  "GET /api/v1/configurations/[id]": reading,
  "PATCH /api/v1/configurations/[id]": {
    params: at,
    valid: [{ status: 200, body: () => ({ name: fresh("c"), description: note, archived: false }) }],
    kept: here,
  },
  "DELETE /api/v1/configurations/[id]": pathOnly,
  "POST /api/v1/configurations/[id]/duplicate": {
    params: at,
    valid: [{ status: 201, body: () => ({ name: fresh("c") }) }],
    kept: created,
  },
  "POST /api/v1/configurations/[id]/export": {
    params: at,
    valid: [
      {
        status: 200,
        body: () => ({
          ...{ revision: 1, format: "registries-yaml", secrets: true },
          target: {
            ...{ distribution: "k3s", version: "v1.36.2+k3s1", dataDir: "/data", puller: "containerd" },
            ...{ disableDefaultRegistryEndpoint: true, embeddedRegistry: true, podCredentials: true },
            userTemplate: true,
          },
        }),
      },
    ],
    kept: null,
  },
  "GET /api/v1/configurations/[id]/registries.yaml": reading,
  "GET /api/v1/configurations/[id]/revisions": pathOnly,
  "POST /api/v1/configurations/[id]/revisions": {
    params: at,
    valid: [
      ...[written, stored].map((given) => ({
        status: 200,
        body: async (world: World) => ({
          baseNumber: await baseNumber(world),
          message: note,
          definition: { ...given, note: fresh("note") },
        }),
      })),
      {
        status: 400,
        body: async (world: World) => ({ baseNumber: await baseNumber(world), definition: misplaced }),
      },
      {
        status: 409,
        body: async (world: World) => ({
          baseNumber: await baseNumber(world),
          definition: { ...emptyDefinition, note: fresh("note") },
          nodeFile: "0".repeat(32),
        }),
      },
    ],
    kept: here,
    share: 16,
  },
  "GET /api/v1/configurations/[id]/revisions/compare": {
    params: at,
    valid: [{ status: 200, query: { from: "1", to: "2" } }],
    kept: null,
  },
  "POST /api/v1/configurations/[id]/revisions/restore": {
    params: at,
    valid: [{ status: 200, body: async (world) => ({ number: 1, baseNumber: await baseNumber(world) }) }],
    kept: null,
  },
  "GET /api/v1/configurations/[id]/templates": reading,
  "PUT /api/v1/configurations/[id]/templates": {
    params: at,
    valid: [
      {
        status: 200,
        body: async (world) => ({
          baseNumber: await baseNumber(world),
          message: note,
          templates: [{ name: "config-v3.toml.tmpl", text: `${template}# ${fresh("t")}\n` }],
        }),
      },
    ],
    kept: here,
  },
  "POST /api/v1/public-mirrors": {
    valid: [{ status: 201, body: mirrorBody }],
    kept: () => listPublicMirrors(admin),
    changed,
  },
  "PATCH /api/v1/public-mirrors/[id]": {
    params: ({ publicMirror }) => ({ id: publicMirror }),
    valid: [{ status: 204, body: mirrorBody }],
    kept: () => listPublicMirrors(admin),
    changed,
  },
  "DELETE /api/v1/public-mirrors/[id]": pathOnly,
  "POST /api/v1/drift/checks": {
    valid: [{ status: 200, body: ({ node }) => ({ nodeIds: [node] }) }],
    kept: null,
  },
  "POST /api/v1/drift/snoozes": {
    valid: [{ status: 204, body: ({ node }) => ({ nodeIds: [node], reason: note, days: 7 }) }],
    kept: () => db().driftSnooze.findMany(),
    before: async ({ node: nodeId, revisionId }) => {
      const [at, state] = [new Date(), "drifted"];
      const row = { revisionId, state, checkedAt: at, since: at };
      await db().driftCheck.upsert({ where: { nodeId }, create: { nodeId, ...row }, update: row });
    },
  },
  "DELETE /api/v1/drift/snoozes": {
    valid: [{ status: 204, body: ({ node }) => ({ nodeIds: [node] }) }],
    kept: null,
  },
};

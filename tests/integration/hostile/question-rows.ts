import { singleton } from "@/lib/server/singleton";
import { secret, text } from "@/tests/support/definitions";
import type { Row } from "./row";

const yaml = 'mirrors:\n  docker.io:\n    endpoint:\n      - "https://one.example"\n';
const target = {
  ...{ distribution: "k3s", version: "v1.36.2+k3s1", dataDir: "/data", puller: "containerd" },
  ...{ disableDefaultRegistryEndpoint: true, embeddedRegistry: true, podCredentials: true },
  userTemplate: true,
};
/** Who asks too often would be answered nothing else. */
const testAnew = async () => singleton("registry-tests", () => new Map<string, unknown>()).clear();

const ask = (body: object, more: Partial<Row> = {}): Row => ({
  valid: [{ status: 200, body: () => body }],
  kept: null,
  ...more,
});

const harbor = secret("harbor");
const path = { kind: "path", path: "/etc/ssl/one.pem" } as const;
const file = (slug: string) => ({ kind: "certificate", slug }) as const;
const url = "https://127.0.0.1:1";
const drafts = [
  {
    login: { username: text("me"), password: null, auth: harbor, identity_token: null },
    tls: { ca: path, client: { certificate: path, key: path }, skipVerify: true },
  },
  {
    login: { username: harbor, password: harbor, auth: null, identity_token: harbor },
    tls: {
      ca: file("root-ca"),
      client: { certificate: file("client"), key: file("client") },
      skipVerify: false,
    },
  },
];

/** What asks and keeps nothing. */
export const questionRows: Record<string, Row> = {
  "POST /api/v1/decode": ask({ yaml }),
  "POST /api/v1/lint": ask({ yaml, target }),
  "POST /api/v1/containerd": ask({ yaml, target }, { unreadable: 422 }),
  "POST /api/v1/explain": ask({ yaml, target, image: "busybox", assume: { 1: "ok" } }, { unreadable: 422 }),
  "POST /api/v1/registry-tests": {
    valid: [
      ...drafts.map((draft) => ({
        status: 200,
        body: () => ({ kind: "draft", target: { url, ...draft } }),
      })),
      {
        status: 200,
        body: ({ node }) => ({
          kind: "draft",
          target: { url, login: null, tls: drafts[1]?.tls },
          nodeId: node,
        }),
      },
      {
        status: 200,
        body: ({ configuration, node }) => ({
          ...{ kind: "endpoint", configurationId: configuration, revision: 2 },
          ...{ mirror: "docker.io", endpoint: 0, nodeId: node },
        }),
      },
      {
        status: 200,
        body: ({ configuration, node }) => ({
          ...{ kind: "host", configurationId: configuration, revision: 2 },
          ...{ host: "one.example", nodeId: node },
        }),
      },
    ],
    kept: null,
    before: testAnew,
    share: 13,
  },
  "POST /api/v1/harbor/projects": {
    valid: [
      { kind: "none" },
      { kind: "stored", credential: "harbor" },
      { kind: "typed", username: "me", password: "p" },
    ].map((access) => ({ status: 200, body: () => ({ address: url, access, ca: "root-ca" }) })),
    kept: null,
    before: testAnew,
  },
};

import { listCertificates } from "@/lib/server/certificates/queries";
import { db } from "@/lib/server/db/client";
import { addSshReplacement } from "@/lib/server/ssh-credentials/write-replacement";
import { makeKeyPair } from "@/tests/support/nodes/host-key";
import { admin } from "@/tests/support/pushes";
import { lastCredentials, openedLogins } from "./opened";
import { pathOnly, type Row } from "./row";
import { fresh, type World } from "./world";

const fields = { username: "robot", password: "p" };
const certificates = () => listCertificates(admin);

const pair = makeKeyPair("hostile");
const ways = [
  { kind: "generate", username: "ops" },
  { kind: "key", username: "ops", privateKey: pair.privateKey, passphrase: null },
  { kind: "password", username: "ops", password: "p" },
];
const updatedAt = async ({ spareLogin }: World) =>
  (await db().sshCredential.findUniqueOrThrow({ where: { id: spareLogin } })).updatedAt.toISOString();

const discard = ({ spareLogin }: World) =>
  db().sshReplacement.deleteMany({ where: { sshCredentialId: spareLogin } });

/** What waits to replace the login; it is gone once it did. */
async function replacement(world: World) {
  const found = await db().sshReplacement.findUnique({ where: { sshCredentialId: world.spareLogin } });
  const way = {
    kind: "password",
    username: "ops",
    password: "p",
    updatedAt: await updatedAt(world),
  } as const;
  return found ?? (await addSshReplacement(world.spareLogin, way, admin));
}

const changed = { keyPassphrase: "it opens the key and is not kept" };

export const secretRows: Record<string, Row> = {
  "POST /api/v1/credentials": {
    valid: [{ status: 201, body: () => ({ name: fresh("k"), slug: fresh("k"), fields }) }],
    kept: lastCredentials,
  },
  "GET /api/v1/credentials/[id]": pathOnly,
  "PATCH /api/v1/credentials/[id]": {
    params: (world) => ({ id: world.spareCredential }),
    valid: [{ status: 200, body: () => ({ name: fresh("k"), fields, keep: ["auth"] }) }],
    kept: lastCredentials,
  },
  "DELETE /api/v1/credentials/[id]": pathOnly,
  "POST /api/v1/certificates": {
    valid: [
      {
        status: 201,
        body: ({ pair }) => ({ name: fresh("t"), slug: fresh("t"), ...pair, keyPassphrase: "unused" }),
      },
    ],
    kept: certificates,
    changed,
  },
  "POST /api/v1/certificates/inspect": {
    valid: [{ status: 200, body: ({ pair }) => ({ ...pair, keyPassphrase: "unused" }) }],
    kept: null,
  },
  "GET /api/v1/certificates/[id]": pathOnly,
  "PATCH /api/v1/certificates/[id]": {
    params: ({ certificate }) => ({ id: certificate }),
    valid: [
      { status: 200, body: ({ pair }) => ({ name: fresh("t"), ...pair, keyPassphrase: "unused" }) },
      {
        status: 200,
        body: ({ pair: { certificate } }) => ({ name: fresh("t"), certificate, keepKey: true }),
      },
    ],
    kept: certificates,
    changed,
  },
  "DELETE /api/v1/certificates/[id]": pathOnly,
  "POST /api/v1/ssh-credentials": {
    valid: ways.map((way) => ({ status: 201, body: () => ({ name: fresh("s"), ...way }) })),
    kept: openedLogins,
    before: ({ sshCredential, spareLogin }) =>
      db().sshCredential.deleteMany({ where: { id: { notIn: [sshCredential, spareLogin] } } }),
  },
  "PATCH /api/v1/ssh-credentials/[id]": {
    params: ({ sshCredential }) => ({ id: sshCredential }),
    valid: [{ status: 200, body: () => ({ name: fresh("s") }) }],
    kept: openedLogins,
  },
  "DELETE /api/v1/ssh-credentials/[id]": pathOnly,
  "POST /api/v1/ssh-credentials/[id]/replacement": {
    params: ({ spareLogin }) => ({ id: spareLogin }),
    before: discard,
    valid: ways.map((way) => ({
      status: 201,
      body: async (world) => ({ ...way, updatedAt: await updatedAt(world) }),
    })),
    kept: openedLogins,
  },
  "DELETE /api/v1/ssh-replacements/[id]": pathOnly,
  "POST /api/v1/ssh-replacements/[id]/try": pathOnly,
  "POST /api/v1/ssh-replacements/[id]/use": {
    params: async (world) => ({ id: (await replacement(world)).id }),
    valid: [{ status: 204, body: () => ({ refusedAccepted: false }) }],
    kept: null,
  },
};

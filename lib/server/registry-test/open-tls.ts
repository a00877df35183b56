import "server-only";
import { isKeyLabel, pemBlocks } from "@/lib/domain/certificates/pem";
import { AppError } from "@/lib/domain/errors";
import type { FileValue } from "@/lib/domain/registries/schema";
import { fault, type TestFault, type TestRemark } from "@/lib/domain/registry-test/result";
import type { TestTarget } from "@/lib/domain/registry-test/schema";
import { openKeyWithSecret } from "@/lib/server/certificates/sealed-key";
import { db } from "@/lib/server/db/client";
import type { TlsChoice } from "./secure";
import type { UsedSecret } from "./used-secret";
import { type NodeSide, readableCertificates } from "./vantage";

export const deleted = (name: string) => new AppError("conflict", "credentialDeleted", { params: { name } });

async function findCertificate(slug: string) {
  const row = await db().certificate.findFirst({
    where: { slug, archivedAt: null },
    select: {
      id: true,
      name: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { id: true, pem: true, sealedKey: true } },
    },
  });
  const [version] = row?.versions ?? [];
  if (!row || !version) throw deleted(slug);
  return { ...row, version };
}

/** A file as a test uses it: its PEM, why there is none, or the path where only a node has it. */
type Opened = { pem: string } | { fault: TestFault } | { onNode: string };

function openPath(path: string, side: NodeSide | null, isKey: boolean): Opened {
  if (side === null) return { onNode: path };
  const text = side.files.get(path);
  if (text === undefined) return { fault: fault("node-file-missing", { path }) };
  const blocks = isKey
    ? pemBlocks(text).flatMap((block) => (isKeyLabel(block.label) ? [block.text] : []))
    : readableCertificates(text);
  if (blocks.length === 0) {
    return { fault: fault("node-file-unreadable", { path, kind: isKey ? "key" : "certificate" }) };
  }
  return { pem: `${blocks.join("\n")}\n` };
}

async function openCertificate(file: FileValue, side: NodeSide | null): Promise<Opened> {
  if (file.kind === "path") return openPath(file.path, side, false);
  return { pem: (await findCertificate(file.slug)).version.pem };
}

async function openKey(
  file: FileValue,
  side: NodeSide | null,
): Promise<{ opened: Opened; used: UsedSecret[] }> {
  if (file.kind === "path") {
    const opened = openPath(file.path, side, true);
    const isUsed = side !== null && "pem" in opened;
    return { opened, used: isUsed ? [{ type: "node", ...side.node, path: file.path }] : [] };
  }
  const { id, name, version } = await findCertificate(file.slug);
  if (version.sealedKey === null) throw deleted(file.slug);
  const pem = openKeyWithSecret({ id: version.id, sealedKey: version.sealedKey });
  return { opened: { pem }, used: [{ type: "certificate", id, name }] };
}

const remarkOf = (code: "ca-on-node" | "client-on-node", opened: readonly (Opened | null)[]): TestRemark[] =>
  opened
    .flatMap((each) => (each && "onNode" in each ? [{ code, params: { path: each.onNode } }] : []))
    .slice(0, 1);

const pemOf = (opened: Opened | null | undefined) => (opened && "pem" in opened ? opened.pem : null);

const faultOf = (all: readonly (Opened | null | undefined)[]): TestFault | null => {
  const broken = all.find((each) => each && "fault" in each);
  return broken && "fault" in broken ? broken.fault : null;
};

export type OpenTls = { tls: TlsChoice; used: UsedSecret[]; remarks: TestRemark[] };

/** Takes the TLS files of a target out of the store, and those that are named by path from the node that asks. */
export async function openTlsWithSecrets(
  { ca, client, skipVerify }: TestTarget["tls"],
  side: NodeSide | null,
): Promise<OpenTls> {
  const authority = ca && (await openCertificate(ca, side));
  const certificate = client && (await openCertificate(client.certificate, side));
  // A key that would be shown with nothing stays in the store.
  const key = client && pemOf(certificate) !== null ? await openKey(client.key, side) : null;
  const [cert, secret] = [pemOf(certificate), pemOf(key?.opened)];
  return {
    tls: {
      ca: pemOf(authority),
      client: cert !== null && secret !== null ? { cert, key: secret } : null,
      skipVerify,
      roots: side?.roots ?? null,
      fault: faultOf([authority, certificate, key?.opened]),
    },
    used: key?.used ?? [],
    remarks: [
      ...remarkOf("ca-on-node", [authority]),
      ...remarkOf("client-on-node", [certificate, key?.opened ?? null]),
    ],
  };
}

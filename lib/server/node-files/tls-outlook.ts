import "server-only";
import { splitPem } from "@/lib/domain/certificates/pem";
import type { CertificateFacts } from "@/lib/domain/certificates/schema";
import { freeSlug } from "@/lib/domain/credentials/slug";
import { AppError, type FieldIssue } from "@/lib/domain/errors";
import type { TlsUnit } from "@/lib/domain/node-files/tls-units";
import type { TlsOutlook, Unread } from "@/lib/domain/node-files/views";
import { suggestSlug } from "@/lib/domain/registries/secrets";
import { describeCertificate } from "@/lib/server/certificates/describe-certificate";
import { fingerprintOf } from "@/lib/server/certificates/fingerprint";
import { checkCertificate } from "@/lib/server/certificates/inspect-certificate";
import type { NamedFile } from "@/lib/server/node-program/run";
import type { HeldCertificate } from "./holds";
import type { StoredCertificates } from "./stored-certificates";

type Files = ReadonlyMap<string, NamedFile>;
type Checked = { certificate: string; key: string | null; facts: CertificateFacts };
type Outlooks = { tls: TlsOutlook[]; certificates: HeldCertificate[] };

const textOf = (file: NamedFile | undefined): string | null =>
  file instanceof Uint8Array ? new TextDecoder().decode(file) : null;

const stateOf = (file: NamedFile | undefined): Unread | null => {
  if (file instanceof Uint8Array) return null;
  return file ?? "not-asked";
};

/** Text without the blocks that belong elsewhere; one without any block stays, so that its check says what it is. */
const part = (text: string, which: "certificate" | "key"): string => splitPem(text)[which] || text;

/** The files of a unit as what can be stored, by the same checks as one that a person uploads. */
function check({ kind, files }: TlsUnit, found: Files): Checked | Omit<FieldIssue, "path"> {
  if (kind === "client" && files.length < 2) return { code: "pair-incomplete" };
  const [certificate = "", key] = files.map(({ path }) => textOf(found.get(path)) ?? "");
  try {
    const checked = checkCertificate({
      certificate: part(certificate, "certificate"),
      ...(key === undefined ? {} : { key: part(key, "key") }),
    });
    const keyText = checked.key?.pemWithSecret ?? null;
    const keyFingerprint = keyText === null ? null : fingerprintOf(keyText);
    return {
      certificate: checked.pem,
      key: keyText,
      facts: describeCertificate({ pem: checked.pem, keyFingerprint }),
    };
  } catch (error) {
    const [issue] = error instanceof AppError ? error.issues : [];
    if (!issue) throw error;
    return { code: issue.code, ...(issue.params ? { params: issue.params } : {}) };
  }
}

/** What each unit can become. A certificate that is stored already is used again; new ones get a free name each. */
export function tlsOutlooks(units: readonly TlsUnit[], found: Files, stored: StoredCertificates): Outlooks {
  const certificates: HeldCertificate[] = [];
  const isTaken = (slug: string) => stored.slugs.has(slug) || certificates.some((one) => one.slug === slug);
  const tls = units.map((unit): TlsOutlook => {
    const unread = unit.files.flatMap(({ path }) => {
      const state = stateOf(found.get(path));
      return state === null ? [] : [{ path, state }];
    });
    if (unread.length > 0) return { ...unit, take: null, unread, refused: null };
    const checked = check(unit, found);
    if ("code" in checked) return { ...unit, take: null, unread, refused: checked };
    const { facts, certificate, key } = checked;
    const known = stored.find(certificate, key);
    if (known !== null) {
      return { ...unit, take: { slug: known, isStored: true, facts }, unread, refused: null };
    }
    const same = certificates.find((one) => one.certificate === certificate && one.key === key);
    const host = unit.hosts[0] ?? "";
    const slug = same?.slug ?? freeSlug(`${suggestSlug(host).slice(0, 50)}-${unit.kind}`, isTaken);
    if (!same) certificates.push({ slug, name: `${host.slice(0, 90)} ${unit.kind}`, certificate, key });
    return { ...unit, take: { slug, isStored: false, facts }, unread, refused: null };
  });
  return { tls, certificates };
}

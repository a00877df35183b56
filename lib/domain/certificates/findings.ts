import type { TlsFile } from "@/lib/domain/registries/fields";
import type { ChainLink, Severity } from "./chain";
import { expiryOf } from "./expiry";
import { coversHost, hostOfKey } from "./host-names";

/** One certificate of a stored file, as far as the place that uses it matters. */
export type KnownLink = Pick<
  ChainLink,
  "subject" | "hosts" | "notBefore" | "notAfter" | "isCa" | "isSelfSigned"
>;

/** What is known of a stored certificate: enough to judge where it is used, and nothing secret. */
export type KnownCertificate = {
  links: readonly KnownLink[];
  /** SHA-256, in hex, of the public key of the first certificate. A stored private key is always its counterpart. */
  publicKey: string;
  /** Positions, from 1, in the order TLS asks for; null when they stand so, or when that is told elsewhere. */
  order: readonly number[] | null;
};

/** A TLS block of a registry host, reduced to what it takes from the store: slugs, by file. */
export type CertificateUse = {
  host: string;
  slugs: Partial<Record<TlsFile, string>>;
  insecureSkipVerify: boolean;
};

export type CertificateFindingCode =
  | "certificate-expired"
  | "certificate-not-yet-valid"
  | "certificate-expires-soon"
  | "certificate-key-mismatch"
  | "certificate-chain-order"
  | "certificate-host-mismatch";

export type CertificateFinding = {
  code: CertificateFindingCode;
  severity: Severity;
  host: string;
  file: TlsFile;
  slug: string;
  params: Readonly<Record<string, string | number>>;
};

type Known = ReadonlyMap<string, KnownCertificate>;

/** What is wrong with stored certificates at the place that uses them. What is a path on the node is not judged. */
export function certificateFindings(use: CertificateUse, known: Known, now: Date): CertificateFinding[] {
  return [...caFindings(use, known, now), ...clientFindings(use, known, now)];
}

const longest = (links: readonly KnownLink[]) =>
  links.reduce((last, link) => (Date.parse(link.notAfter) > Date.parse(last.notAfter) ? link : last));

/** A bundle serves as long as one certificate of it does; a server that is not verified needs none. */
function caFindings({ host, slugs, insecureSkipVerify }: CertificateUse, known: Known, now: Date) {
  const slug = slugs.ca_file;
  const links = slug === undefined ? undefined : known.get(slug)?.links;
  const [first] = links ?? [];
  if (slug === undefined || !links || !first || insecureSkipVerify) return [];
  const place = { host, file: "ca_file", slug } as const;
  const valid = links.filter((link) => Date.parse(link.notBefore) <= now.getTime());
  const dates = datesOf(valid.length > 0 ? longest(valid) : first, now);
  const name = hostOfKey(host);
  const isOwn = links.every(isServersOwn);
  const missed = name !== null && isOwn && !links.some(({ hosts }) => coversHost(hosts, name));
  return [
    ...dates.map((found) => ({ ...place, ...found })),
    ...(missed ? [{ ...place, ...hostMismatch(name, links) }] : []),
  ];
}

// Tools make self-signed server certificates with the CA flag set; an authority has no names of hosts.
const isServersOwn = ({ isCa, isSelfSigned, hosts }: KnownLink) =>
  !isCa || (isSelfSigned && hosts.dns.length + hosts.ips.length > 0);

const hostMismatch = (name: string, links: readonly KnownLink[]) => {
  const names = [...new Set(links.flatMap(({ hosts }) => [...hosts.dns, ...hosts.ips]))];
  const params = { name, names: names.slice(0, 10).join(", "), count: names.length };
  return { code: "certificate-host-mismatch", severity: "warning", params } as const;
};

function clientFindings({ host, slugs }: CertificateUse, known: Known, now: Date): CertificateFinding[] {
  const slug = slugs.cert_file;
  const certificate = slug === undefined ? undefined : known.get(slug);
  const [first] = certificate?.links ?? [];
  if (slug === undefined || !certificate || !first) return [];
  const found: CertificateFinding[] = datesOf(first, now).map((each) => ({
    ...each,
    host,
    file: "cert_file",
    slug,
  }));
  if (certificate.order) {
    const params = { order: certificate.order.join(", ") };
    found.push({
      code: "certificate-chain-order",
      severity: "warning",
      host,
      file: "cert_file",
      slug,
      params,
    });
  }
  const keySlug = slugs.key_file;
  const key = keySlug === undefined ? undefined : known.get(keySlug);
  if (keySlug !== undefined && key && key.publicKey !== certificate.publicKey) {
    const params = { certificate: slug, key: keySlug };
    found.push({
      code: "certificate-key-mismatch",
      severity: "error",
      host,
      file: "key_file",
      slug: keySlug,
      params,
    });
  }
  return found;
}

type Dated = Pick<CertificateFinding, "code" | "severity" | "params">;

function datesOf({ notBefore, notAfter, subject }: KnownLink, now: Date): Dated[] {
  if (Date.parse(notBefore) > now.getTime()) {
    return [{ code: "certificate-not-yet-valid", severity: "error", params: { subject } }];
  }
  const { state, days } = expiryOf(notAfter, now);
  if (state === "valid") return [];
  if (state === "expired")
    return [{ code: "certificate-expired", severity: "error", params: { subject, days } }];
  return [{ code: "certificate-expires-soon", severity: "warning", params: { subject, days } }];
}

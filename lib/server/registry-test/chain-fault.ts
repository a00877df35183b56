import "server-only";
import { X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import { pemBlocks } from "@/lib/domain/certificates/pem";
import { fault, listNames, type TestFault } from "@/lib/domain/registry-test/result";
import { commonName, distinguished, namesOf } from "./certificate-text";

type Judged = { code: string; chain: readonly X509Certificate[]; host: string; ca: string | null };

const authoritiesOf = (ca: string | null) =>
  ca === null ? [] : pemBlocks(ca).map(({ text }) => new X509Certificate(text));

/** Go takes only names of the list, a star for one whole label; the common name counts for nothing. */
function identityFault(leaf: X509Certificate, host: string): TestFault | null {
  const names = namesOf(leaf);
  const fits = isIP(host)
    ? leaf.checkIP(host)
    : leaf.checkHost(host, { subject: "never", partialWildcards: false });
  if (fits !== undefined) return null;
  if (names.length === 0) return fault("names-missing", { common: commonName(leaf.subject), asked: host });
  return fault("name-mismatch", { ...listNames(names), asked: host });
}

/** Whether only a certificate in between is missing: the issuer is of the CA's own house, or public ones point to it. */
function isIncomplete(last: X509Certificate, authorities: readonly X509Certificate[]): boolean {
  if (/^CA Issuers - URI:/m.test(last.infoAccess ?? "")) return true;
  const house = /^O=(.+)$/m.exec(last.issuer)?.[1];
  return house !== undefined && authorities.some(({ subject }) => subject.split("\n").includes(`O=${house}`));
}

function issuerFault(chain: readonly X509Certificate[], ca: string | null): TestFault {
  const last = chain.at(-1);
  if (!last) return fault("certificate-refused", { reason: "no certificate" });
  const authorities = authoritiesOf(ca);
  const issuer = distinguished(last.issuer);
  if (authorities.some((each) => each.subject === last.issuer)) return fault("ca-other-key", { issuer });
  if (last.issuer !== last.subject && isIncomplete(last, authorities)) {
    return fault("chain-incomplete", { issuer });
  }
  const [chosen] = authorities;
  if (!chosen) return fault("unknown-ca", { issuer, hasCa: "no", chosen: "" });
  return fault("unknown-ca", { issuer, hasCa: "yes", chosen: distinguished(chosen.subject) });
}

const dated = (chain: readonly X509Certificate[], wrong: (each: X509Certificate) => boolean) =>
  chain.find(wrong) ?? chain[0];

/** What OpenSSL found and what the names say, in words of ours; null for nothing. */
export function chainFault({ code, chain, host, ca }: Judged): TestFault | null {
  const [leaf] = chain;
  if (!leaf) return fault("certificate-refused", { reason: "no certificate" });
  const all = [...chain, ...authoritiesOf(ca)];
  switch (code) {
    case "":
      return identityFault(leaf, host);
    case "CERT_HAS_EXPIRED": {
      const old = dated(all, ({ validTo }) => new Date(validTo).getTime() < Date.now()) ?? leaf;
      return fault("expired", { subject: distinguished(old.subject), at: isoOf(old.validTo) });
    }
    case "CERT_NOT_YET_VALID": {
      const early = dated(all, ({ validFrom }) => new Date(validFrom).getTime() > Date.now()) ?? leaf;
      return fault("not-yet-valid", { subject: distinguished(early.subject), at: isoOf(early.validFrom) });
    }
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
      return fault("self-signed", { subject: distinguished(leaf.subject) });
    case "SELF_SIGNED_CERT_IN_CHAIN":
    case "UNABLE_TO_GET_ISSUER_CERT":
    case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
    case "CERT_SIGNATURE_FAILURE":
      return issuerFault(chain, ca);
    default:
      return fault("certificate-refused", { reason: code });
  }
}

const isoOf = (date: string) => new Date(date).toISOString();

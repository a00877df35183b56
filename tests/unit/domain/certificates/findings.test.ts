import { describe, expect, it } from "vitest";
import type { ChainLink } from "@/lib/domain/certificates/chain";
import { certificateFindings, type KnownCertificate } from "@/lib/domain/certificates/findings";

const now = new Date("2026-11-03T10:00:00Z");

const link = (more: Partial<ChainLink> = {}): ChainLink => ({
  subject: "CN=Corp Root",
  issuer: "CN=Corp Root",
  hosts: { dns: [], ips: [] },
  notBefore: "2026-01-01T00:00:00Z",
  notAfter: "2027-11-03T10:00:00Z",
  isCa: true,
  isSelfSigned: true,
  keyKind: "RSA 2048",
  isKeyShort: false,
  weakDigest: null,
  ...more,
});
const known = (publicKey: string, ...links: ChainLink[]): KnownCertificate => ({
  publicKey,
  links,
  order: null,
});
const leaf = link({ isCa: false, hosts: { dns: ["harbor.corp"], ips: [] } });

const codesOf = (slugs: object, certificates: Record<string, KnownCertificate>, host = "harbor.corp:8443") =>
  certificateFindings(
    { host, slugs, insecureSkipVerify: false },
    new Map(Object.entries(certificates)),
    now,
  ).map(({ code, severity, file }) => [code, severity, file]);

describe("what is wrong with certificates where they are used", () => {
  it("is nothing for an authority in force and a client certificate with its key", () => {
    const slugs = { ca_file: "root", cert_file: "client", key_file: "client" };
    expect(codesOf(slugs, { root: known("r", link()), client: known("c", leaf) })).toEqual([]);
  });

  it("is a date that is over, near, or to come", () => {
    const dated = (notAfter: string, more = {}) => ({ root: known("r", link({ notAfter, ...more })) });
    const slugs = { ca_file: "root" };
    expect(codesOf(slugs, dated("2026-11-01T00:00:00Z"))).toEqual([
      ["certificate-expired", "error", "ca_file"],
    ]);
    expect(codesOf(slugs, dated("2026-11-15T10:00:00Z"))).toEqual([
      ["certificate-expires-soon", "warning", "ca_file"],
    ]);
    expect(codesOf(slugs, dated("2028-01-01T00:00:00Z", { notBefore: "2027-01-01T00:00:00Z" }))).toEqual([
      ["certificate-not-yet-valid", "error", "ca_file"],
    ]);
    const bundle = { root: known("r", link({ notAfter: "2020-01-01T00:00:00Z" }), link()) };
    expect(codesOf(slugs, bundle)).toEqual([]);
  });

  it("is a key of another certificate", () => {
    const both = { one: known("1", leaf), other: known("2", leaf) };
    expect(codesOf({ cert_file: "one", key_file: "other" }, both)).toEqual([
      ["certificate-key-mismatch", "error", "key_file"],
    ]);
    expect(
      codesOf({ cert_file: "one", key_file: "other" }, { one: known("1", leaf), other: known("1", leaf) }),
    ).toEqual([]);
    expect(codesOf({ cert_file: "one", key_file: "unknown" }, both)).toEqual([]);
  });

  it("is a server's own certificate without the name of the host, but not an authority without it", () => {
    const slugs = { ca_file: "own" };
    const mismatch = [["certificate-host-mismatch", "warning", "ca_file"]];
    expect(codesOf(slugs, { own: known("o", leaf) })).toEqual([]);
    expect(codesOf(slugs, { own: known("o", leaf) }, "10.0.0.7:5000")).toEqual(mismatch);
    const flagged = known("o", link({ hosts: { dns: ["other.corp"], ips: [] } }));
    expect(codesOf(slugs, { own: flagged })).toEqual(mismatch);
    expect(codesOf(slugs, { own: known("o", leaf, link()) }, "other.corp")).toEqual([]);
    expect(codesOf(slugs, { own: known("o", leaf) }, "*")).toEqual([]);
  });

  it("is nothing about an authority that is not asked", () => {
    const use = { host: "h", slugs: { ca_file: "own" }, insecureSkipVerify: true };
    expect(certificateFindings(use, new Map([["own", known("o", leaf)]]), now)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { renderPlain } from "@/components/configurations/editor/document/render-masked";
import type { StoredCertificate } from "@/components/configurations/editor/editor-context";
import { certificateUseFindings } from "@/components/configurations/editor/findings/certificate-uses";
import { placeFindings } from "@/components/configurations/editor/findings/place-findings";
import type { KnownLink } from "@/lib/domain/certificates/findings";
import { emptyDefinition } from "@/lib/domain/registries/fields";
import { toForm } from "@/lib/domain/registries/form";
import { renderLines } from "@/lib/domain/registries/render";
import type { Definition, Tls } from "@/lib/domain/registries/schema";

const now = new Date("2026-11-03T10:00:00Z");
const link: KnownLink = {
  subject: "CN=x",
  hosts: { dns: ["harbor.corp"], ips: [] },
  notBefore: "2026-01-01T00:00:00Z",
  notAfter: "2027-11-03T00:00:00Z",
  isCa: false,
  isSelfSigned: true,
};
const stored = (
  slug: string,
  more: Partial<KnownLink> = {},
  order: number[] | null = null,
): StoredCertificate => ({
  slug,
  name: slug,
  kind: "client",
  subject: "CN=x",
  hasKey: true,
  paths: { crt: `/etc/rancher/pullpath/tls/${slug}.crt`, key: `/etc/rancher/pullpath/tls/${slug}.key` },
  known: { links: [{ ...link, ...more }], publicKey: slug, order },
});

const refer = (slug: string) => ({ kind: "certificate" as const, slug });
const none: Tls = { ca_file: null, cert_file: null, key_file: null, insecure_skip_verify: false, extras: [] };
const using = (...blocks: [string, Partial<Tls>][]): Definition => ({
  ...emptyDefinition,
  registryHosts: blocks.map(([host, tls]) => ({
    host,
    note: "",
    auth: null,
    tls: { ...none, ...tls },
    extras: [],
  })),
});

function findIn(definition: Definition, certificates: StoredCertificate[]) {
  const text = renderPlain(definition, certificates);
  const findings = certificateUseFindings(text, definition, { certificates, now });
  const { all } = placeFindings(findings, toForm(definition), renderLines(definition).lines);
  return all.map(({ finding, line, place }) => [
    finding.code,
    finding.severity,
    text.split("\n")[line - 1]?.trim(),
    place?.field,
  ]);
}

describe("certificates where the file uses them", () => {
  it("are told at their field and line, the second use of one at its own", () => {
    const old = stored("old", { notAfter: "2026-11-01T00:00:00Z" });
    const definition = using(
      ["harbor.corp", { ca_file: refer("old") }],
      ["other.corp", { ca_file: refer("old") }],
    );
    const line = 'ca_file: "/etc/rancher/pullpath/tls/old.crt"';
    expect(findIn(definition, [old])).toEqual([
      ["certificate-expired", "error", line, "definition.registryHosts.0.tls.ca_file.source"],
      ["certificate-expired", "error", line, "definition.registryHosts.1.tls.ca_file.source"],
      ["certificate-host-mismatch", "warning", line, "definition.registryHosts.1.tls.ca_file.source"],
    ]);
  });

  it("are told when they are not valid yet, when the key is another's, and when the chain is not in order", () => {
    const early = stored("early", { notBefore: "2026-12-01T00:00:00Z" }, [1, 3, 2]);
    const definition = using(["harbor.corp", { cert_file: refer("early"), key_file: refer("other") }]);
    expect(findIn(definition, [early, stored("other")]).map(([code, severity]) => [code, severity])).toEqual([
      ["certificate-not-yet-valid", "error"],
      ["certificate-chain-order", "warning"],
      ["certificate-key-mismatch", "error"],
    ]);
  });

  it("are left alone when they are good, unknown, or a path on the node", () => {
    const path = { kind: "path" as const, path: "/etc/ca.pem" };
    const definition = using(
      ["harbor.corp", { ca_file: refer("good") }],
      ["b", { ca_file: refer("gone") }],
      ["c", { ca_file: path }],
    );
    expect(findIn(definition, [stored("good")])).toEqual([]);
  });
});

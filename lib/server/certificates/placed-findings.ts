import "server-only";
import type { PlacedFinding } from "@/lib/domain/certificates/detail";
import { type CertificateUse, certificateFindings } from "@/lib/domain/certificates/findings";
import type { StoredUse } from "@/lib/domain/credentials/stored";
import type { TlsFile } from "@/lib/domain/registries/fields";
import { tlsFiles } from "@/lib/domain/registries/fields";
import type { StoredThing } from "@/lib/server/credentials/stored-thing";
import { db } from "@/lib/server/db/client";
import { loadKnown } from "./known-certificates";

/** What is wrong with a certificate at each place that uses it, its partner in the same TLS block included. */
export const findingsAt = async (
  { slug }: StoredThing,
  uses: readonly StoredUse[],
  now: Date,
): Promise<PlacedFinding[]> => {
  const found = await Promise.all(uses.map(async (use) => ({ use, block: await loadBlock(use) })));
  const slugs = found.flatMap(({ block }) => Object.values(block?.slugs ?? {}));
  // The order of a chain is told once, for the certificate itself.
  const known = new Map((await loadKnown(slugs)).map(([each, facts]) => [each, { ...facts, order: null }]));
  return found.flatMap(({ use: { configuration, revision }, block }) =>
    (block ? certificateFindings(block, known, now) : [])
      .filter((finding) => finding.slug === slug || Object.values(finding.params).includes(slug))
      .map((finding) => ({ ...finding, configuration, revision })),
  );
};

const loadBlock = async ({
  configuration,
  revision,
  section,
  host,
}: StoredUse): Promise<CertificateUse | null> => {
  if (section !== "configs") return null;
  const row = await db().registryHost.findFirst({
    where: { section, host, revision: { configurationId: configuration.id, number: revision } },
    select: {
      insecureSkipVerify: true,
      tlsValues: { select: { file: true, certificate: { select: { slug: true } } } },
    },
  });
  if (!row) return null;
  const slugs: Partial<Record<TlsFile, string>> = {};
  for (const file of tlsFiles) {
    const slug = row.tlsValues.find((value) => value.file === file)?.certificate?.slug;
    if (slug !== undefined) slugs[file] = slug;
  }
  return { host, slugs, insecureSkipVerify: row.insecureSkipVerify };
};

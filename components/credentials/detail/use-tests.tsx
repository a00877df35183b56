"use client";

import { useTranslations } from "next-intl";
import { TestList } from "@/components/registry-test/test-list";
import type { StoredUse } from "@/lib/domain/credentials/stored";

/** Tests what is stored where it is used: each registry host, as its revision says. */
export function UseTests({ uses }: { uses: readonly StoredUse[] }) {
  const t = useTranslations("registrytest.list");
  const items = uses
    .filter(({ section, host }) => section === "configs" && host !== "*")
    .map(({ configuration, revision, host }) => ({
      key: JSON.stringify([configuration.id, revision, host]),
      name: host,
      about: t("use", { configuration: configuration.name, number: revision }),
      question: () => ({
        input: { kind: "host" as const, configurationId: configuration.id, revision, host },
        remarks: [],
      }),
    }));
  return <TestList description={t("usesText")} items={items} />;
}

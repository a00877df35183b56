import { useTranslations } from "next-intl";
import type { Fact } from "@/components/ui/definition-list";
import { Time } from "@/components/ui/time";
import type { StoredUsage } from "@/lib/domain/credentials/stored";
import { LastUsed } from "./last-used";

type Stored = { version: number; updatedAt: string; createdByName: string; usage: StoredUsage };

/** Which version of a stored value is the present one, since when, and when it was last used. */
export function useAgeFacts({ version, updatedAt, createdByName, usage }: Stored): Fact[] {
  const t = useTranslations("credentials.detail");
  return [
    { term: t("column.version"), value: t("version", { version }) },
    {
      term: t("age"),
      value: t.rich("setBy", {
        name: createdByName,
        time: () => <Time value={updatedAt} style="relative" />,
      }),
    },
    { term: t("lastUsed"), value: <LastUsed use={usage.lastUse} /> },
  ];
}

"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TrustAll } from "@/components/nodes/trust/trust-all";
import { Banner } from "@/components/ui/banner";
import { useList } from "@/components/ui/use-list";
import type { NodeView } from "@/lib/domain/nodes/views";
import { clustersWithoutServers, mixedVersions } from "./lonely-agents";

/** What stands between this group and a good push. */
export function GroupNotices({ members, refusal }: { members: NodeView[]; refusal: string | undefined }) {
  const t = useTranslations("groups.notices");
  const router = useRouter();
  const list = useList();
  const lonely = clustersWithoutServers(members);
  const versions = mixedVersions(members);
  const first = members.filter(({ hostKey }) => hostKey === null);
  return (
    <>
      {lonely.length > 0 ? (
        <Banner
          kind="warn"
          title={t("lonely", { clusters: list(lonely.map(({ name }) => name)), count: lonely.length })}
        >
          {t("lonelyText")}
        </Banner>
      ) : null}
      {versions.length > 0 ? <Banner kind="info">{t("mixed", { versions: list(versions) })}</Banner> : null}
      {first.length > 0 ? (
        <TrustAll
          nodes={first.map(({ id, name }) => ({ id, name }))}
          refusal={refusal}
          onTrusted={() => router.refresh()}
        />
      ) : null}
    </>
  );
}

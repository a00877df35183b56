import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { LinkButton } from "@/components/ui/link-button";
import { type Holding, outOfDateLines } from "@/lib/domain/credentials/stored";
import type { Named } from "@/lib/domain/named";
import { pages } from "@/lib/domain/paths";
import { HoldingList } from "./holding-list";

type OutOfDateProps = { holdings: readonly Holding[]; newest: number; canPush: boolean };

const mostButtons = 3;

/** Nodes that still hold an older version, and the push that brings them the newest. */
export function OutOfDate({ holdings, newest, canPush }: OutOfDateProps) {
  const t = useTranslations("credentials.detail");
  const lines = outOfDateLines(holdings, newest);
  if (lines.length === 0) return null;
  const count = lines.reduce((sum, { nodes }) => sum + nodes.length, 0);
  const groups = [...new Map(lines.flatMap(({ group }) => (group ? [[group.id, group]] : []))).values()];
  return (
    <Banner
      kind="warn"
      title={t("outOfDate", { count })}
      action={canPush && groups.length <= mostButtons ? <PushLinks groups={groups} /> : undefined}
    >
      <p className="mb-2">{t("outOfDateText", { version: newest })}</p>
      <HoldingList lines={lines} />
    </Banner>
  );
}

function PushLinks({ groups }: { groups: readonly Named[] }) {
  const t = useTranslations("credentials.detail");
  return groups.map(({ id, name }) => (
    <LinkButton key={id} size="sm" href={pages.newPush(id)}>
      {t("pushTo", { name })}
    </LinkButton>
  ));
}

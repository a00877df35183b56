import { useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { pages } from "@/lib/domain/paths";
import { toRollback } from "@/lib/domain/pushes/rollback";
import type { PushView } from "@/lib/domain/pushes/views";

type RollBackProps = {
  push: Pick<PushView, "id" | "number" | "finishedAt" | "nodes" | "before" | "group">;
  /** The id of the one node to bring back; all that were changed when left out. */
  node?: string;
};

/** The way back: a push of its own, of what the group was pushed before. Nothing where there is none. */
export function RollBack({ push, node }: RollBackProps) {
  const t = useTranslations("pushes.actions");
  const { before, group, id } = push;
  if (before === null || group.id === null || toRollback(push, node) === null) return null;
  return (
    <LinkButton
      size={node === undefined ? "md" : "sm"}
      href={pages.newPush(group.id, { rev: before.number, of: id, ...(node && { node }) })}
    >
      {t("rollBack", { number: before.number })}
    </LinkButton>
  );
}

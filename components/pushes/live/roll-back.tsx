import { useTranslations } from "next-intl";
import { AllowedLink } from "@/components/ui/allowed-link";
import { pages } from "@/lib/domain/paths";
import { toRollback } from "@/lib/domain/pushes/rollback";
import type { PushView } from "@/lib/domain/pushes/views";
import { useLockRefusal } from "../lock-refusal";

type RollBackProps = {
  push: Pick<PushView, "id" | "number" | "finishedAt" | "nodes" | "before" | "group">;
  /** The id of the one node to bring back; all that were changed when left out. */
  node?: string;
};

/** The way back: a push of its own, of what the group was pushed before. Nothing where there is none. */
export function RollBack({ push, node }: RollBackProps) {
  const t = useTranslations("pushes.actions");
  const refusal = useLockRefusal();
  const { before, group, id } = push;
  if (before === null || group.id === null || toRollback(push, node) === null) return null;
  return (
    <AllowedLink
      refusal={refusal}
      size={node === undefined ? "md" : "sm"}
      href={pages.newPush(group.id, { rev: before.number, of: id, ...(node && { node }) })}
    >
      {t("rollBack", { number: before.number })}
    </AllowedLink>
  );
}

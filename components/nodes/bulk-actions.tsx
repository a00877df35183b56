"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Button } from "@/components/ui/button";
import { Later } from "@/components/ui/later";
import { LinkButton } from "@/components/ui/link-button";
import { part } from "@/lib/client/part";
import type { LockedFor } from "@/lib/domain/groups/lockers";
import type { NodeView } from "@/lib/domain/nodes/views";
import { pages } from "@/lib/domain/paths";
import { TestMany } from "./test-many";

const bulkDialogs = part(() => import("./bulk-dialogs").then((module) => module.BulkDialogs));

type BulkActionsProps = {
  chosen: NodeView[];
  /** How many of them the filter hides. */
  hidden: number;
  groups: LockedFor[];
  refusal: string | undefined;
  isVouchable: boolean;
  onClear: () => void;
  onTrusted: () => void;
};

/** What can be done with the ticked nodes at once. */
export function BulkActions(props: BulkActionsProps) {
  const { chosen, hidden, groups, refusal, isVouchable, onClear, onTrusted } = props;
  const t = useTranslations("nodes.list");
  const [open, setOpen] = useState<"group" | "trust">();
  const untrusted = chosen.filter(({ hostKey }) => hostKey === null);
  return (
    <section
      aria-label={t("bulk")}
      className="sticky top-2 z-10 flex flex-wrap items-center gap-2 rounded-lg border border-line bg-float px-4 py-2 shadow-float"
    >
      <p role="status" className="me-auto text-sm tabular-nums">
        {t("chosen", { count: chosen.length, hidden })}
      </p>
      <AllowedButton size="sm" refusal={refusal} onClick={() => setOpen("group")}>
        {t("toGroup")}
      </AllowedButton>
      <AllowedButton
        size="sm"
        refusal={refusal ?? (untrusted.length === 0 ? t("allTrusted") : undefined)}
        onClick={() => setOpen("trust")}
      >
        {t("trust", { count: untrusted.length })}
      </AllowedButton>
      <TestMany nodes={chosen} refusal={refusal} isVouchable={isVouchable} />
      <PushLink chosen={chosen} />
      <Button size="sm" onClick={onClear}>
        {t("clear")}
      </Button>
      <Later part={bulkDialogs} open={open !== undefined} onMissing={() => setOpen(undefined)}>
        {(BulkDialogs) => (
          <BulkDialogs
            opened={open}
            chosen={chosen}
            untrusted={untrusted}
            groups={groups}
            refusal={refusal}
            onTrusted={onTrusted}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Later>
    </section>
  );
}

/** A push goes to a group, so there is one to go to only when all ticked nodes are of the same. */
function PushLink({ chosen }: { chosen: NodeView[] }) {
  const t = useTranslations("nodes.list");
  const [first, ...others] = new Set(chosen.map(({ group }) => group?.id));
  if (first === undefined || others.length > 0)
    return (
      <AllowedButton size="sm" refusal={t("pushNeedsGroup")}>
        {t("push")}
      </AllowedButton>
    );
  return (
    <LinkButton size="sm" href={pages.newPush(first)}>
      {t("push")}
    </LinkButton>
  );
}

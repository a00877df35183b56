"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import type { Named } from "@/lib/domain/named";
import type { NodeView } from "@/lib/domain/nodes/views";
import { pages } from "@/lib/domain/paths";
import { JoinGroup } from "./join-group";
import { TestMany } from "./test-many";
import { TrustAll } from "./trust/trust-all";

type BulkActionsProps = {
  chosen: NodeView[];
  /** How many of them the filter hides. */
  hidden: number;
  groups: Named[];
  refusal: string | undefined;
  onClear: () => void;
  onTrusted: () => void;
};

/** What can be done with the ticked nodes at once. */
export function BulkActions({ chosen, hidden, groups, refusal, onClear, onTrusted }: BulkActionsProps) {
  const t = useTranslations("nodes.list");
  const [open, setOpen] = useState<"group" | "trust">();
  const untrusted = chosen.filter(({ hostKey }) => hostKey === null);
  const close = (isOpen: boolean) => (isOpen ? undefined : setOpen(undefined));
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
      <TestMany nodes={chosen} refusal={refusal} />
      <PushLink chosen={chosen} />
      <Button size="sm" onClick={onClear}>
        {t("clear")}
      </Button>
      <Dialog open={open === "group"} onOpenChange={close} title={t("groupTitle", { count: chosen.length })}>
        <JoinGroup nodes={chosen} groups={groups} onDone={() => setOpen(undefined)} />
      </Dialog>
      <Dialog open={open === "trust"} onOpenChange={close} title={t("trustTitle")} width="lg">
        <TrustAll nodes={untrusted} onTrusted={onTrusted} refusal={refusal} />
      </Dialog>
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

"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Banner } from "@/components/ui/banner";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LinkButton } from "@/components/ui/link-button";
import { pages } from "@/lib/domain/paths";
import type { Outcome } from "@/lib/domain/pushes/outcomes";
import { type Recap, recapOf } from "@/lib/domain/pushes/recap";
import type { PushHeader, PushNodeView } from "@/lib/domain/pushes/views";
import { RetryButton, useRetry } from "../fault/retry-button";
import { useLockRefusal } from "../lock-refusal";

/** How the first node ended, as the sentence has it. */
const wordOf = (outcome: Outcome | null | undefined) =>
  outcome === "rolled-back" ? "back" : outcome === "rollback-failed" ? "hands" : "failed";

type EndRecapProps = { push: PushHeader; nodes: PushNodeView[]; mayPush: boolean };

/** What is true now of a push that ended before all nodes had their turn, and the ways on. */
export function EndRecap({ push, nodes, mayPush }: EndRecapProps) {
  const t = useTranslations("pushcards.recap");
  const recap = recapOf(push, nodes);
  if (recap === null) return null;
  const { kind, first, ...counts } = recap;
  return (
    <Banner
      kind={kind === "stopped" ? "warn" : "error"}
      title={t(`${kind}.title`, {
        name: first?.name ?? "",
        outcome: wordOf(first?.outcome),
        failures: counts.back + counts.failed + counts.hands,
      })}
    >
      <p>{t("now", { ...counts, revision: push.revision.number })}</p>
      {mayPush ? <Ways push={push} nodes={nodes} recap={recap} /> : null}
    </Banner>
  );
}

type WaysProps = { push: PushHeader; nodes: PushNodeView[]; recap: Recap };

function Ways({ push, nodes, recap: { kind, first, untouched } }: WaysProps) {
  const t = useTranslations("pushcards.recap");
  return (
    <div className="mt-3 flex flex-wrap gap-2" data-no-print="">
      {kind === "stopped" ? null : (
        <LinkButton size="sm" href={pages.configuration(push.configuration.id)}>
          {t("edit")}
        </LinkButton>
      )}
      {kind === "canary" && first ? (
        <RetryButton
          push={push}
          ask={{ node: first.id }}
          nodes={nodes.filter(({ id }) => id === first.id)}
          size="sm"
        >
          {t("retryFirst", { name: first.name })}
        </RetryButton>
      ) : null}
      {kind === "canary" ? null : <GoOn push={push} untouched={untouched} typed={kind === "failures"} />}
    </div>
  );
}

/** The rest, although some failed: who goes on past failures types the name of the group. */
function GoOn({ push, untouched, typed }: { push: PushHeader; untouched: number; typed: boolean }) {
  const t = useTranslations("pushcards.recap");
  const { retry, error } = useRetry(push.id, { only: "untouched" });
  const refusal = useLockRefusal();
  const params = { count: untouched, revision: push.revision.number, group: push.group.name };
  return (
    <ConfirmDialog
      title={t("goOnTitle", params)}
      confirmLabel={t("goOnConfirm", params)}
      danger={typed}
      {...(typed && { typeName: push.group.name })}
      trigger={
        <AllowedButton size="sm" refusal={refusal}>
          {t("goOn", params)}
        </AllowedButton>
      }
      onConfirm={retry}
    >
      <FormError error={error} />
      <p>{t(typed ? "goOnTyped" : "goOnText", params)}</p>
    </ConfirmDialog>
  );
}

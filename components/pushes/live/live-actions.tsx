"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { AllowedLink } from "@/components/ui/allowed-link";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useList } from "@/components/ui/use-list";
import { apiRequest } from "@/lib/client/api";
import { apis, pages } from "@/lib/domain/paths";
import { toRetry } from "@/lib/domain/pushes/retried";
import type { PushHeader, PushNodeView, PushView } from "@/lib/domain/pushes/views";
import { RetryButton } from "../fault/retry-button";
import { useLockRefusal } from "../lock-refusal";
import { ForReal } from "./dry-run";
import { RollBack } from "./roll-back";

type Props = {
  push: PushHeader & Pick<PushView, "before" | "rollbackOf">;
  nodes: PushNodeView[];
  mayPush: boolean;
};

/** What can be done with a push: stop it while it runs; retry what is left, or review anew, after its end. */
export function LiveActions({ push, nodes, mayPush }: Props) {
  const t = useTranslations("pushes.actions");
  const refusal = useLockRefusal();
  if (!mayPush) return null;
  if (push.finishedAt === null)
    return (
      <>
        <PauseButton push={push} />
        <StopButton push={push} nodes={nodes} />
      </>
    );
  if (push.options.dryRun) return <ForReal push={push} />;
  const left = toRetry(nodes);
  return (
    <>
      <RollBack push={{ ...push, nodes }} />
      {push.group.id ? (
        <AllowedLink href={pages.newPush(push.group.id)} refusal={refusal}>
          {t("again")}
        </AllowedLink>
      ) : null}
      {left.length > 0 ? (
        <RetryButton push={push} ask={{}} nodes={left}>
          {t("retry", { count: left.length })}
        </RetryButton>
      ) : null}
    </>
  );
}

/** Offered while there is something to hold back. What lets it go on stands beside the reason. */
function PauseButton({ push }: { push: PushHeader }) {
  const t = useTranslations("pushes.actions");
  const { error, run } = useApiAction();
  if (push.pauseRequested || push.stopRequested || push.counts.open < 2) return null;
  return (
    <>
      <Button onClick={() => run(() => apiRequest("POST", apis.pausePush(push.id)))}>{t("pause")}</Button>
      <FormError error={error} />
    </>
  );
}

function StopButton({ push, nodes }: { push: PushHeader; nodes: PushNodeView[] }) {
  const t = useTranslations("pushes.actions");
  const { error, run } = useApiAction();
  const list = useList();
  const running = nodes.filter(({ outcome, phase }) => outcome === null && phase !== "queued");
  const queued = nodes.filter(({ outcome, phase }) => outcome === null && phase === "queued");
  if (push.stopRequested) return <p className="text-muted">{t("stopping")}</p>;
  return (
    <ConfirmDialog
      title={t("stopTitle", { number: push.number })}
      confirmLabel={t("stop")}
      cancelLabel={t("keepRunning")}
      trigger={<Button>{t("stopEllipsis")}</Button>}
      onConfirm={() => run(() => apiRequest("POST", apis.stopPush(push.id)))}
    >
      <FormError error={error} />
      <p>{t("stopRunning", { count: running.length, names: list(running.map(({ name }) => name)) })}</p>
      {push.options.confirmSeconds === null ? null : <p>{t("stopUnconfirmed")}</p>}
      <p>{t("stopQueued", { count: queued.length })}</p>
    </ConfirmDialog>
  );
}

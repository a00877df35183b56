"use client";
import { useTranslations } from "next-intl";
import { AllowedLink } from "@/components/ui/allowed-link";
import { Button } from "@/components/ui/button";
import { actionsFor, beginningActions, isRetriedLater, pushActions } from "@/lib/domain/pushes/fault-actions";
import { type CardPush, type FaultAction, linkOf } from "@/lib/domain/pushes/fault-links";
import { useLockRefusal } from "../lock-refusal";
import { LoginLines } from "./login-lines";
import { MarkHandled } from "./mark-handled";
import { RetryButton } from "./retry-button";
import { TestAgain } from "./test-again";
import type { FaultedNode } from "./use-card-words";

/** What is done with a button; the others are lines to copy. */
type ButtonAction = Exclude<FaultAction, "sudoers" | "public-line">;

const isButton = (action: FaultAction): action is ButtonAction =>
  action !== "sudoers" && action !== "public-line";

type FaultActionsProps = { node: FaultedNode; push: CardPush; mayPush: boolean; onLog: () => void };

/** The ways on, the usual one first. What takes the right to push is not shown to others, and that is said. */
export function FaultActions(props: FaultActionsProps) {
  const { node, push, mayPush } = props;
  const t = useTranslations("pushcards.card");
  const all = actionsFor(node, push);
  const allowed = all.filter((action) => mayPush || !pushActions.includes(action));
  return (
    <div className="space-y-3" data-no-print="">
      <div className="flex flex-wrap gap-2 empty:hidden">
        {allowed.filter(isButton).map((action, index) => (
          <Action key={action} {...props} action={action} first={index === 0} />
        ))}
      </div>
      {allowed.length < all.length ? <p className="text-muted text-sm">{t("forbidden")}</p> : null}
      {mayPush && isRetriedLater(node, push) ? <p className="text-muted text-sm">{t("retryLater")}</p> : null}
      <LoginLines node={node} actions={allowed} />
    </div>
  );
}

type ActionProps = FaultActionsProps & { action: ButtonAction; first: boolean };

function Action({ action, node, push, first, onLog }: ActionProps) {
  const t = useTranslations("pushcards.card.actions");
  const variant = first ? "primary" : "secondary";
  const refusal = useLockRefusal();
  const href = linkOf(action, node, push);
  if (href !== null)
    return (
      <AllowedLink
        size="sm"
        variant={variant}
        href={href}
        refusal={beginningActions.includes(action) ? refusal : undefined}
      >
        {t(action, { number: node.fault.params["number"] ?? "" })}
      </AllowedLink>
    );
  switch (action) {
    case "retry":
      return (
        <RetryButton push={push} ask={{ node: node.id }} nodes={[node]} size="sm" variant={variant}>
          {t(action)}
        </RetryButton>
      );
    case "test":
      return <TestAgain node={node} variant={variant} />;
    case "log":
      return (
        <Button size="sm" variant={variant} onClick={onLog}>
          {t(action)}
        </Button>
      );
    case "handled":
      return <MarkHandled node={node} pushId={push.id} variant={variant} />;
    default:
      return null;
  }
}

"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { apiRequest } from "@/lib/client/api";
import { apis } from "@/lib/domain/paths";
import type { ContinuePush } from "@/lib/domain/pushes/continue";
import type { PushHeader } from "@/lib/domain/pushes/views";

/** Why a push stands still, what is true meanwhile, and the button that lets it go on. */
export function GateBanner({ push, mayPush }: { push: PushHeader; mayPush: boolean }) {
  const t = useTranslations("pushes.gate");
  const { error, run } = useApiAction();
  const gate = push.gate ?? (push.pauseRequested ? "pausing" : null);
  if (gate === null || push.finishedAt !== null || push.stopRequested) return null;
  const said: ContinuePush = { approval: gate === "approval" ? push.approvals : null };
  return (
    <div className="space-y-3">
      <FormError error={error} />
      <Banner
        kind={gate === "pausing" ? "info" : "warn"}
        role="status"
        title={t(`${gate}.title`, { count: push.counts.open })}
        action={
          mayPush ? (
            <Button
              size="sm"
              variant={gate === "approval" ? "primary" : "secondary"}
              onClick={() => run(() => apiRequest("POST", apis.continuePush(push.id), said))}
            >
              {t(`${gate}.button`)}
            </Button>
          ) : undefined
        }
      >
        {t(`${gate}.text`, { count: push.counts.open })}
      </Banner>
    </div>
  );
}

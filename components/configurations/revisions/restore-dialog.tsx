"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { useAnnounce } from "@/components/ui/announcer";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Skeleton } from "@/components/ui/skeleton";
import { type ApiError, apiRequest } from "@/lib/client/api";
import type { RevisionComparison } from "@/lib/domain/configurations/views";
import { apis, pages } from "@/lib/domain/paths";
import { ChangeList } from "./change-list";
import { useComparison } from "./use-comparison";

export type RestoreTask = { id: string; number: number; newest: number };
type RestoreDialogProps = { task: RestoreTask; onClose: () => void };

/** Shows what an older revision would bring back, before it is saved as the next one. */
export function RestoreDialog({ task, onClose }: RestoreDialogProps) {
  const { id, number, newest } = task;
  const t = useTranslations("revisions.restore");
  const common = useTranslations("common");
  const comparison = useComparison({ id, from: newest, to: number });
  const { restore, pending, error } = useRestore(task, onClose);
  const equal = comparison?.ok === true && isEqual(comparison.value);
  const refused = error ?? (comparison?.ok === false ? comparison.error : undefined);
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={t("title", { number })}
      description={equal ? t("equal", { number }) : t("text", { next: newest + 1 })}
      width="lg"
      footer={
        <>
          <Button onClick={onClose}>{equal ? common("close") : common("cancel")}</Button>
          {equal ? null : (
            <Button variant="primary" pending={pending} onClick={() => void restore()}>
              {t("action", { number })}
            </Button>
          )}
        </>
      }
    >
      <div className="space-y-4">
        <FormError error={refused} />
        <p role="status" className="sr-only">
          {comparison === null ? t("loading") : null}
        </p>
        {comparison === null ? <Skeleton className="h-24" /> : null}
        {comparison?.ok && !equal ? <Summary comparison={comparison.value} /> : null}
      </div>
    </Dialog>
  );
}

/** Texts alone tell: versions of credentials differ without anything to restore. */
const isEqual = ({ rows, templates }: RevisionComparison) => rows.length === 0 && templates.length === 0;

/** A restore brings no older version of a credential back, so those are left out. */
function Summary({ comparison: { from, changes, templates } }: { comparison: RevisionComparison }) {
  const t = useTranslations("revisions.restore");
  const brought = changes.filter(({ code }) => !code.endsWith("-version"));
  return (
    <section className="space-y-3">
      <h3 className="font-semibold">{t("against", { number: from.number })}</h3>
      <ChangeList changes={brought} />
      {templates.length === 0 ? null : (
        <p className="text-muted text-prose">
          {t("templates", { names: templates.map(({ name }) => name).join(", ") })}
        </p>
      )}
    </section>
  );
}

function useRestore({ id, number, newest }: RestoreTask, onClose: () => void) {
  const t = useTranslations("revisions.restore");
  const announce = useAnnounce();
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ApiError>();

  async function restore() {
    setPending(true);
    setError(undefined);
    const sent = { number, baseNumber: newest };
    const answer = await apiRequest<{ number: number; changed: boolean }>(
      "POST",
      apis.restoreRevision(id),
      sent,
    );
    setPending(false);
    if (!answer.ok) {
      setError(answer.error);
      return;
    }
    const { number: next, changed } = answer.value;
    announce(changed ? t("done", { number, next }) : t("nothing", { number }));
    onClose();
    // What was just saved, beside what it replaced.
    if (changed) router.push(pages.compareRevisions(id, { from: newest, to: next }));
    else router.refresh();
  }

  return { restore, pending, error };
}

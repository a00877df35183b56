"use client";

import { useTranslations } from "next-intl";
import { useSubjectText } from "@/components/configurations/revisions/use-change-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import type { LostSecret } from "@/lib/domain/registries/veil";
import { useEditorForm } from "../editor-form";
import { maskedSubject } from "../replay/masked-subject";
import { fieldOfIssue } from "../server-issues";
import { useFocusField } from "../use-focus-field";
import type { Restored } from "./use-restore";

/** After a restore: what a browser must not keep, and where to type it again. */
export function LostSecrets({ restored, onDismiss }: { restored: Restored; onDismiss: () => void }) {
  const t = useTranslations("drafts");
  const { lost, isPartial } = restored;
  const rows = lost.slice(0, mostShown);
  return (
    <Banner
      kind={lost.length > 0 ? "warn" : "ok"}
      role="status"
      title={lost.length > 0 ? t("lostTitle", { count: lost.length }) : t("restored")}
      action={
        <Button size="sm" variant="ghost" onClick={onDismiss}>
          {t("dismiss")}
        </Button>
      }
    >
      <p>{lost.length > 0 ? t("lostText") : t("restoredText")}</p>
      {isPartial ? <p>{t("partial")}</p> : null}
      {rows.length > 0 ? (
        <ul className="list-disc space-y-1 ps-4">
          {rows.map((each) => (
            <LostRow key={each.path.join("/")} secret={each} />
          ))}
        </ul>
      ) : null}
      {lost.length > rows.length ? <p>{t("lostMore", { count: lost.length - rows.length })}</p> : null}
    </Banner>
  );
}

const mostShown = 20;

function LostRow({ secret: { subject, what, path } }: { secret: LostSecret }) {
  const t = useTranslations("drafts");
  const subjectText = useSubjectText();
  const focusField = useFocusField();
  const { getValues } = useEditorForm();
  const text = (
    <>
      {subjectText(maskedSubject(subject))}
      {t("replay.colon")}
      {t(`lost.${what}`)}
    </>
  );
  function go() {
    const field = fieldOfIssue(["definition", ...path], getValues());
    if (field) focusField(field);
  }
  // Only the fields of a login are surely on the page.
  return (
    <li>
      {subject.kind === "registryHost" && path.includes("auth") && what !== "extra" ? (
        <button type="button" className="text-start text-link underline" onClick={go}>
          {text}
        </button>
      ) : (
        text
      )}
    </li>
  );
}

"use client";

import { useTranslations } from "next-intl";
import { useFormState } from "react-hook-form";
import { FormError } from "@/components/fields/form-error";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { ConflictPanel } from "./conflict-panel";
import { useEditorForm } from "./editor-form";
import { errorPaths } from "./error-paths";
import { useFocusField } from "./use-focus-field";
import type { Base, SaveOutcome } from "./use-save";
import { UnreadableText } from "./yaml/unreadable-text";

type SaveNewsProps = {
  outcome: SaveOutcome | null;
  base: Base;
  /** Where a push of it is reviewed; undefined where nothing uses it or the reader may not push. */
  pushPath: string | undefined;
  onReload: () => void;
  onDismiss: () => void;
  onReplayed: (base: Base) => void;
};

/** How the last save ended, above the button that began it. */
export function SaveNews({ outcome, base, pushPath, onReload, onDismiss, onReplayed }: SaveNewsProps) {
  const drafts = useTranslations("drafts.replay");
  if (outcome === null || outcome.kind === "unchanged") return null;
  if (outcome.kind === "conflict")
    return <ConflictPanel error={outcome.error} {...{ base, onReload, onReplayed }} />;
  if (outcome.kind === "broken") return <UnreadableText />;
  if (outcome.kind === "refused") return <FormError error={outcome.error} />;
  if (outcome.kind === "invalid") return <InvalidFields />;
  if (outcome.kind === "saved") return <Saved {...{ outcome, pushPath, onDismiss }} />;
  return (
    <Banner
      kind="info"
      role="status"
      title={drafts("done", { number: outcome.number })}
      action={<Dismiss onDismiss={onDismiss} />}
    />
  );
}

type SavedProps = Pick<SaveNewsProps, "pushPath" | "onDismiss"> & {
  outcome: Extract<SaveOutcome, { kind: "saved" }>;
};

/** What was made of the work, and what brings it to the nodes. */
function Saved({ outcome: { number, created }, pushPath, onDismiss }: SavedProps) {
  const t = useTranslations("editor");
  return (
    <Banner
      kind="ok"
      role="status"
      title={t("saved", { number })}
      action={
        <>
          {pushPath === undefined ? null : (
            <LinkButton size="sm" href={pushPath}>
              {t("pushSaved", { number })}
            </LinkButton>
          )}
          <Dismiss onDismiss={onDismiss} />
        </>
      }
    >
      {created.length > 0
        ? t("credentialsMade", {
            count: created.length,
            names: created.map((each) => each.name).join(", "),
          })
        : null}
    </Banner>
  );
}

function Dismiss({ onDismiss }: Pick<SaveNewsProps, "onDismiss">) {
  const t = useTranslations("editor");
  return (
    <Button size="sm" variant="ghost" onClick={onDismiss}>
      {t("dismiss")}
    </Button>
  );
}

function InvalidFields() {
  const t = useTranslations("editor");
  const { control, getValues } = useEditorForm();
  const { errors } = useFormState({ control });
  const focusField = useFocusField();
  const places = errorPaths(errors);
  if (places.length === 0) return null;

  function placeOf(path: string): string {
    if (path === "name") return t("configurationName");
    if (path === "message") return t("message");
    const [, section, index = "0"] = path.split(".");
    const { mirrors, registryHosts } = getValues("definition");
    if (section === "mirrors") return mirrors[Number(index)]?.name || t("unnamedMirror");
    return section === "registryHosts" ? registryHosts[Number(index)]?.host || t("unnamedHost") : t("file");
  }

  return (
    <Banner kind="error" role="alert" title={t("invalidFields", { count: places.length })}>
      <ul className="space-y-1">
        {places.slice(0, 5).map(({ path, message }) => (
          <li key={path}>
            <button type="button" className="text-link underline" onClick={() => focusField(path)}>
              {t("errorAt", { place: placeOf(path), message })}
            </button>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

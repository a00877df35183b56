"use client";

import { FileUp, Globe, KeyRound, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { pages } from "@/lib/domain/paths";
import { newMirror } from "@/lib/domain/registries/form";
import { newRegistryHost } from "@/lib/domain/registries/form-host";
import { useEditorForm } from "./editor-form";
import { TemplateChoices } from "./template-choices";
import { useFocusField } from "./use-focus-field";

const choiceStyle =
  "flex min-h-16 w-full min-w-0 items-center gap-4 rounded-lg border border-line bg-page px-4 py-3 text-start no-underline transition-colors hover:border-control hover:bg-subtle";

/** The ways to begin, while there is nothing yet. */
export function StartChoices() {
  const t = useTranslations("editor");
  const { setValue } = useEditorForm();
  const focusField = useFocusField();

  function mirrorPublic() {
    setValue("definition.mirrors", [newMirror("docker.io", [""])]);
    focusField("definition.mirrors.0.endpoints.0.url");
  }
  function connectPrivate() {
    const host = newRegistryHost("");
    setValue("definition.registryHosts", [{ ...host, auth: { ...host.auth, mode: "typed" } }]);
    focusField("definition.registryHosts.0.host");
  }

  return (
    <section aria-label={t("start")} className="space-y-2">
      <button type="button" className={choiceStyle} onClick={mirrorPublic}>
        <ChoiceText icon={Globe} title={t("startMirror")} text={t("startMirrorText")} />
      </button>
      <button type="button" className={choiceStyle} onClick={connectPrivate}>
        <ChoiceText icon={KeyRound} title={t("startPrivate")} text={t("startPrivateText")} />
      </button>
      <AppLink href={pages.importConfiguration()} className={choiceStyle}>
        <ChoiceText icon={FileUp} title={t("startImport")} text={t("startImportText")} />
      </AppLink>
      <TemplateChoices />
    </section>
  );
}

function ChoiceText({ icon: Icon, title, text }: { icon: LucideIcon; title: string; text: string }) {
  return (
    <>
      <Icon size={20} aria-hidden className="shrink-0 text-muted" />
      <span className="min-w-0">
        <span className="block font-semibold text-fg">{title}</span>
        <span className="block text-muted text-sm">{text}</span>
      </span>
    </>
  );
}

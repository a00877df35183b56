import { useTranslations } from "next-intl";
import { CodeBlock } from "@/components/ui/code-block";
import type { TemplatesOfRevision } from "@/lib/domain/configurations/views";

/** The containerd templates of one revision, below its file. */
export function RevisionTemplates({ number, templates }: Pick<TemplatesOfRevision, "number" | "templates">) {
  const t = useTranslations("revisions");
  return templates.map(({ name, text }) => (
    <CodeBlock key={name} code={text} label={t("templateOf", { name, number })} numbers maxHeight="screen" />
  ));
}

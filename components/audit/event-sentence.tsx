import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import type { AuditView } from "@/lib/domain/audit/views";
import { countOf, sentenceOf } from "./sentence";

function Target({ target }: Pick<AuditView, "target">) {
  const t = useTranslations("audit");
  if (target === null) return t("unnamed");
  if (target.href === null) return target.name;
  return (
    <TextLink href={target.href} className="underline">
      {target.name}
    </TextLink>
  );
}

/** What was done, in words. */
export function EventSentence({ event }: { event: AuditView }) {
  const t = useTranslations("audit");
  const { action, target } = event;
  const sentence = sentenceOf(event);
  return (
    <span className="[overflow-wrap:anywhere]">
      {sentence
        ? t.rich(sentence, { target: () => <Target target={target} />, count: countOf(event) })
        : t("unknown", { action })}
    </span>
  );
}

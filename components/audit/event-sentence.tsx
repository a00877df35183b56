import { useTranslations } from "next-intl";
import { TextLink } from "@/components/ui/text-link";
import { auditActions } from "@/lib/domain/audit/actions";
import type { AuditView } from "@/lib/domain/audit/views";

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
export function EventSentence({ event: { action, target } }: { event: AuditView }) {
  const t = useTranslations("audit");
  const known = auditActions.find((each) => each === action);
  return (
    <span className="[overflow-wrap:anywhere]">
      {known
        ? t.rich(`actions.${known}`, { target: () => <Target target={target} /> })
        : t("unknown", { action })}
    </span>
  );
}

import { useTranslations } from "next-intl";
import { Time } from "@/components/ui/time";
import type { RevisionLine } from "@/lib/domain/configurations/views";
import { RevisionMessage } from "./revision-message";

/** What is known of each compared revision: its message, its author and its time. */
export function RevisionFacts({ revisions }: { revisions: readonly RevisionLine[] }) {
  const t = useTranslations("revisions");
  return (
    <ul className="space-y-0.5 text-sm">
      {revisions.map((line) => (
        <li key={line.number} className="flex flex-wrap gap-x-3">
          <span className="font-semibold text-fg">{t("label", { number: line.number })}</span>
          <RevisionMessage line={line} />
          <span>{line.authorName}</span>
          <Time value={line.createdAt} />
        </li>
      ))}
    </ul>
  );
}

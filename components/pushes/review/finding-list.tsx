"use client";
import { useTranslations } from "next-intl";
import { SeverityIcon, severityText } from "@/components/configurations/editor/findings/severity-look";
import { useFindingText } from "@/components/configurations/editor/findings/use-finding-text";
import { TextLink } from "@/components/ui/text-link";
import { pages } from "@/lib/domain/paths";
import type { PushFinding } from "@/lib/domain/pushes/findings";

const withId = (finding: PushFinding, id: number) => ({ id, finding });

type FindingListProps = { list: readonly PushFinding[]; configurationId: string };

/** Each finding as a sentence, with the line it stands on as the way to its place in the editor. */
export function FindingList({ list, configurationId }: FindingListProps) {
  const t = useTranslations("pushes.findings");
  const words = useTranslations("findings");
  const say = useFindingText();
  return (
    <ul className="space-y-2">
      {list.map(withId).map(({ id, finding }) => (
        <li key={id} className="flex min-w-0 items-start gap-2 text-prose">
          <SeverityIcon severity={finding.severity} className="mt-1" />
          <p className="min-w-0 max-w-prose [overflow-wrap:anywhere]">
            <span className={`font-semibold ${severityText(finding.severity)}`}>
              {words(`severity.${finding.severity}`)}
            </span>{" "}
            <TextLink href={pages.configuration(configurationId, { at: finding.path })} className="underline">
              {t("line", { line: finding.line })}
            </TextLink>{" "}
            {say(finding)}
          </p>
        </li>
      ))}
    </ul>
  );
}

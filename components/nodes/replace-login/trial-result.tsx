"use client";
import { useTranslations } from "next-intl";
import type { Status } from "@/components/ui/status";
import { StatusBadge } from "@/components/ui/status-badge";
import { TextLink } from "@/components/ui/text-link";
import { Time } from "@/components/ui/time";
import {
  groupTrial,
  type LoginAnswer,
  type LoginTrial,
  type TriedGroup,
} from "@/lib/domain/nodes/login-trial";
import { pages } from "@/lib/domain/paths";

const looks = {
  works: "succeeded",
  refused: "failed",
  unreachable: "unreachable",
  untried: "notChecked",
} as const satisfies Record<LoginAnswer, Status>;

const most = 20;

/** How the nodes took a login, those with one answer together and the worst first. */
export function TrialResult({ trial }: { trial: LoginTrial }) {
  const t = useTranslations("sshreplacement.try");
  const { at, byName } = trial;
  return (
    <div className="space-y-2">
      <p className="text-muted">
        {t.rich("when", { by: byName, time: () => <Time value={at} style="relative" /> })}
      </p>
      <ul className="space-y-2">
        {groupTrial(trial).map((group) => (
          <li key={`${group.answer} ${group.why}`}>
            <Answer group={group} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Answer({ group: { answer, why, nodes } }: { group: TriedGroup }) {
  const t = useTranslations("sshreplacement.try");
  const reason = `why.${why}`;
  return (
    <>
      <StatusBadge plain status={looks[answer]} label={t(`answers.${answer}`, { count: nodes.length })} />
      {t.has(reason) ? <span className="block text-muted">{t(reason)}</span> : null}
      <span className="block [overflow-wrap:anywhere]">
        {nodes.slice(0, most).map(({ id, name }, index) => (
          <span key={id}>
            {index > 0 ? ", " : null}
            <TextLink href={pages.node(id)}>{name}</TextLink>
          </span>
        ))}
        {nodes.length > most ? ` ${t("more", { count: nodes.length - most })}` : null}
      </span>
    </>
  );
}

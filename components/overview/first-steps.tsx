import { clsx } from "clsx";
import { Check, ChevronRight } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { can, type Permission, type Role, rolesWith } from "@/lib/domain/people/roles";
import type { StepCounts } from "./overview";
import { steps } from "./steps";

type StepKey = (typeof steps)[number]["key"];

const rowStyle = "flex items-center gap-4 px-4 py-3.5";

/** None of it is forced. A step that the reader's role does not allow leads nowhere and says who can do it. */
export function FirstSteps({ steps: counts, role }: { steps: StepCounts; role: Role }) {
  const t = useTranslations("overview.steps");
  const done = steps.filter(({ key }) => counts[key] > 0).length;
  const next = steps.find(({ key, permission }) => counts[key] === 0 && can(role, permission))?.key;
  return (
    <Card
      flush
      title={t("title")}
      description={t("lead")}
      actions={
        <span className="text-muted text-sm tabular-nums">
          {t("progress", { done, total: steps.length })}
        </span>
      }
    >
      <ol className="divide-y divide-line">
        {steps.map(({ key, href, permission }, index) => {
          const mark = <StepMark number={index + 1} done={counts[key] > 0} next={key === next} />;
          return (
            <li key={key}>
              {can(role, permission) ? (
                <AppLink
                  href={href}
                  className={clsx(rowStyle, "group -outline-offset-2! transition-colors hover:bg-subtle")}
                >
                  {mark}
                  <StepText step={key} count={counts[key]} />
                  <ChevronRight size={16} aria-hidden className="shrink-0 text-faint group-hover:text-fg" />
                </AppLink>
              ) : (
                <div className={rowStyle}>
                  {mark}
                  <StepText step={key} count={counts[key]} askFor={permission} />
                </div>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

type StepTextProps = { step: StepKey; count: number; askFor?: Permission };

function StepText({ step, count, askFor }: StepTextProps) {
  const t = useTranslations("overview.steps");
  const roles = useTranslations("shell.roles");
  const format = useFormatter();
  const who =
    askFor &&
    format.list(
      rolesWith(askFor).map((role) => roles(role)),
      { type: "disjunction" },
    );
  return (
    <span className="min-w-0 flex-1">
      <span className={clsx("block font-medium", count > 0 && "text-muted")}>{t(`${step}.title`)}</span>
      <span className="block text-muted text-sm">
        {count > 0 ? t(`${step}.done`, { count }) : t(`${step}.text`)}
      </span>
      {who && count === 0 ? (
        <span className="block text-muted text-sm">{t("who", { roles: who })}</span>
      ) : null}
    </span>
  );
}

type MarkProps = { number: number; done: boolean; next: boolean };

function StepMark({ number, done, next }: MarkProps) {
  const t = useTranslations("overview.steps");
  return (
    <span
      className={clsx(
        "grid size-7 shrink-0 place-items-center rounded-full border font-medium text-sm tabular-nums",
        done && "border-transparent bg-ok-tint text-ok",
        !done && next && "border-primary bg-primary text-on-solid",
        !done && !next && "border-line text-muted",
      )}
    >
      {done ? <Check size={15} strokeWidth={2.5} aria-hidden /> : <span aria-hidden="true">{number}</span>}
      <span className="sr-only">{done ? t("stateDone") : t("stateOpen")}</span>
    </span>
  );
}

import { clsx } from "clsx";
import { Check, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { AppLink } from "@/components/ui/app-link";
import { Card } from "@/components/ui/card";
import { pages } from "@/lib/domain/paths";
import type { StepCounts } from "./overview";

const steps = [
  { key: "sshCredentials", href: pages.credentials("ssh") },
  { key: "nodes", href: pages.newNode() },
  { key: "configurations", href: pages.newConfiguration() },
  { key: "finishedPushes", href: pages.newPush() },
] as const;

/** What a new installation needs before its first push, in the order that works best; none of it is forced. */
export function FirstSteps({ steps: counts }: { steps: StepCounts }) {
  const t = useTranslations("overview.steps");
  const done = steps.filter(({ key }) => counts[key] > 0).length;
  const next = steps.find(({ key }) => counts[key] === 0)?.key;
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
        {steps.map(({ key, href }, index) => (
          <li key={key}>
            <AppLink
              href={href}
              className="group flex items-center gap-4 px-4 py-3.5 -outline-offset-2! transition-colors hover:bg-subtle"
            >
              <StepMark number={index + 1} done={counts[key] > 0} next={key === next} />
              <span className="min-w-0 flex-1">
                <span className={clsx("block font-medium", counts[key] > 0 && "text-muted")}>
                  {t(`${key}.title`)}
                </span>
                <span className="block text-muted text-sm">
                  {counts[key] > 0 ? t(`${key}.done`, { count: counts[key] }) : t(`${key}.text`)}
                </span>
              </span>
              <ChevronRight size={16} aria-hidden className="shrink-0 text-faint group-hover:text-fg" />
            </AppLink>
          </li>
        ))}
      </ol>
    </Card>
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

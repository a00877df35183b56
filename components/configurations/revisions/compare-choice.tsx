"use client";
import { ArrowLeftRight } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useId } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { useTimeZone } from "@/components/ui/use-time-zone";
import type { RevisionLine } from "@/lib/domain/configurations/views";
import { pages } from "@/lib/domain/paths";

type Sides = { from: number; to: number };
type CompareChoiceProps = Sides & { id: string; revisions: readonly RevisionLine[] };

/** Which two revisions are compared. The address says it, so a comparison can be sent to someone. */
export function CompareChoice({ id, from, to, revisions }: CompareChoiceProps) {
  const t = useTranslations("revisions.compare");
  const format = useFormatter();
  const timeZone = useTimeZone();
  const router = useRouter();
  const go = (sides: Sides) => router.replace(pages.compareRevisions(id, sides), { scroll: false });
  const options = revisions.map(({ number, createdAt }) => ({
    value: String(number),
    label: t("option", {
      number,
      date: format.dateTime(new Date(createdAt), { dateStyle: "medium", timeStyle: "short", timeZone }),
    }),
  }));
  return (
    <fieldset data-no-print="" className="flex flex-wrap items-end gap-3">
      <legend className="sr-only">{t("choose")}</legend>
      <Side label={t("from")} value={from} options={options} onChange={(next) => go({ from: next, to })} />
      <IconButton
        size="md"
        label={t("swap")}
        icon={<ArrowLeftRight size={16} aria-hidden />}
        onClick={() => go({ from: to, to: from })}
      />
      <Side label={t("to")} value={to} options={options} onChange={(next) => go({ from, to: next })} />
    </fieldset>
  );
}

type SideProps = {
  label: string;
  value: number;
  options: { value: string; label: string }[];
  onChange: (number: number) => void;
};

function Side({ label, value, options, onChange }: SideProps) {
  const id = useId();
  return (
    <div className="min-w-0 flex-1 space-y-1 max-sm:basis-full sm:max-w-72">
      <label htmlFor={id} className="block text-muted text-sm">
        {label}
      </label>
      <Select
        id={id}
        value={String(value)}
        options={options}
        onChange={(event) => onChange(Number(event.target.value))}
      />
    </div>
  );
}

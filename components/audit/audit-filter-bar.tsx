"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { auditFamilyNames, auditResults } from "@/lib/domain/audit/actions";
import { type AuditFilter, isBackwards, readAuditFilter } from "@/lib/domain/audit/filter";
import { pages } from "@/lib/domain/paths";
import { DayFields } from "./day-fields";
import { Labelled } from "./labelled";

/** The filter stands in the address. It is a form, so it works before the page's scripts do. */
export function AuditFilterBar({ filter }: { filter: AuditFilter }) {
  const t = useTranslations("audittools");
  const common = useTranslations("common");
  const router = useRouter();
  const [backwards, setBackwards] = useState(isBackwards(filter));
  const lastDay = useRef<HTMLInputElement>(null);
  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    const asked = readAuditFilter(given);
    setBackwards(isBackwards(asked));
    if (isBackwards(asked)) lastDay.current?.focus();
    else router.push(pages.audit(asked));
  }
  const families = auditFamilyNames.map((family) => ({ value: family, label: t(`families.${family}`) }));
  const results = auditResults.map((result) => ({ value: result, label: t(`results.${result}`) }));
  const choices = [
    { name: "action", options: [{ value: "", label: t("anyAction") }, ...families], className: "sm:w-52" },
    { name: "result", options: [{ value: "", label: t("anyResult") }, ...results], className: "sm:w-36" },
  ] as const;
  return (
    <search data-no-print="">
      <form
        aria-label={t("filter")}
        action={pages.audit()}
        onSubmit={apply}
        className="flex flex-wrap items-end gap-2"
      >
        {(["actor", "target"] as const).map((name) => (
          <Labelled key={name} label={t(name)} className="w-full sm:w-60">
            {(id) => (
              <TextInput id={id} name={name} defaultValue={filter[name]} type="search" autoComplete="off" />
            )}
          </Labelled>
        ))}
        {choices.map(({ name, options, className }) => (
          <Labelled key={name} label={t(name)} className={`w-full ${className}`}>
            {(id) => <Select id={id} name={name} defaultValue={filter[name] ?? ""} options={options} />}
          </Labelled>
        ))}
        <DayFields filter={filter} lastDay={lastDay} error={backwards ? t("backwards") : undefined} />
        <Button type="submit" className="max-sm:w-full">
          {t("apply")}
        </Button>
        {Object.keys(filter).length > 0 ? (
          <LinkButton href={pages.audit()} className="max-sm:w-full">
            {common("clearFilters")}
          </LinkButton>
        ) : null}
      </form>
    </search>
  );
}

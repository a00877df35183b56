"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { auditFamilyNames } from "@/lib/domain/audit/actions";
import { type AuditFilter, readAuditFilter } from "@/lib/domain/audit/filter";
import { pages } from "@/lib/domain/paths";

type LabelledProps = { label: string; className: string; children: (id: string) => ReactNode };

function Labelled({ label, className, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-muted text-sm">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

/** The filter stands in the address. It is a form, so it works before the page's scripts do. */
export function AuditFilterBar({ filter }: { filter: AuditFilter }) {
  const t = useTranslations("audittools");
  const router = useRouter();
  function apply(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    router.push(pages.audit(readAuditFilter(given)));
  }
  const families = auditFamilyNames.map((family) => ({ value: family, label: t(`families.${family}`) }));
  const words = (["actor", "target"] as const).map((name) => (
    <Labelled key={name} label={t(name)} className="w-full sm:w-60">
      {(id) => <TextInput id={id} name={name} defaultValue={filter[name]} type="search" autoComplete="off" />}
    </Labelled>
  ));
  const days = (["from", "to"] as const).map((name) => (
    <Labelled key={name} label={t(name)} className="min-w-36 flex-1 sm:w-40 sm:flex-none">
      {(id) => <TextInput id={id} name={name} defaultValue={filter[name]} type="date" />}
    </Labelled>
  ));
  return (
    <search data-no-print="">
      <form
        aria-label={t("filter")}
        action={pages.audit()}
        onSubmit={apply}
        className="flex flex-wrap items-end gap-2"
      >
        {words}
        <Labelled label={t("action")} className="w-full sm:w-52">
          {(id) => (
            <Select
              id={id}
              name="action"
              defaultValue={filter.action ?? ""}
              options={[{ value: "", label: t("anyAction") }, ...families]}
            />
          )}
        </Labelled>
        {days}
        <Button type="submit" className="max-sm:w-full">
          {t("apply")}
        </Button>
      </form>
    </search>
  );
}

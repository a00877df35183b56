import { useTranslations } from "next-intl";
import { type Ref, useId } from "react";
import { FieldError } from "@/components/fields/field-frame";
import { TextInput } from "@/components/ui/text-input";
import type { AuditFilter } from "@/lib/domain/audit/filter";
import { Labelled } from "./labelled";

type DayFieldsProps = { filter: AuditFilter; lastDay: Ref<HTMLInputElement>; error: string | undefined };

/** The first and the last day, with what is wrong about them on a line of its own. */
export function DayFields({ filter, lastDay, error }: DayFieldsProps) {
  const t = useTranslations("audittools");
  const errorId = useId();
  const style = "min-w-36 flex-1 sm:w-40 sm:flex-none";
  const wrong = error === undefined ? {} : { "aria-invalid": true, "aria-describedby": errorId };
  return (
    <>
      <div className="flex w-full flex-wrap gap-2 sm:w-auto sm:flex-nowrap">
        <Labelled label={t("from")} className={style}>
          {(id) => <TextInput id={id} name="from" defaultValue={filter.from} type="date" {...wrong} />}
        </Labelled>
        <Labelled label={t("to")} className={style}>
          {(id) => (
            <TextInput ref={lastDay} id={id} name="to" defaultValue={filter.to} type="date" {...wrong} />
          )}
        </Labelled>
      </div>
      {error === undefined ? null : (
        <div className="order-last basis-full">
          <FieldError id={errorId} error={{ type: "custom", message: error }} />
        </div>
      )}
    </>
  );
}

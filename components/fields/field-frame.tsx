"use client";
import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import type { FieldError as RhfError } from "react-hook-form";

export type FieldIds = { input: string; hint: string; error: string; describedBy: string | undefined };

/** Ids that wire a control to its hint and to its error. */
export function useFieldIds(hint: ReactNode, error: RhfError | undefined): FieldIds {
  const id = useId();
  const parts = [error ? `${id}-error` : "", hint ? `${id}-hint` : ""].filter(Boolean);
  return {
    input: id,
    hint: `${id}-hint`,
    error: `${id}-error`,
    describedBy: parts.length > 0 ? parts.join(" ") : undefined,
  };
}

/** What a control needs to be known as wrong, and why. */
export const describeControl = (ids: FieldIds, error: RhfError | undefined) => ({
  id: ids.input,
  "aria-invalid": error ? true : undefined,
  "aria-describedby": ids.describedBy,
});

type FieldFrameProps = {
  ids: FieldIds;
  label: ReactNode;
  hint?: ReactNode;
  optional?: boolean | undefined;
  error: RhfError | undefined;
  children: ReactNode;
};

export function FieldFrame({ ids, label, hint, optional, error, children }: FieldFrameProps) {
  const t = useTranslations("common");
  return (
    <div className="min-w-0 space-y-1.5">
      <label htmlFor={ids.input} className="block font-medium">
        {label}
        {optional ? <span className="ms-1.5 font-normal text-faint text-sm">{t("optional")}</span> : null}
      </label>
      {children}
      <FieldError id={ids.error} error={error} />
      <FieldHint id={ids.hint}>{hint}</FieldHint>
    </div>
  );
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div id={id} className="max-w-prose text-muted text-sm">
      {children}
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error: RhfError | undefined }) {
  const t = useTranslations("issues");
  if (!error) return null;
  return (
    <p id={id} className="flex items-start gap-1.5 text-error text-sm">
      <CircleAlert size={14} aria-hidden className="mt-0.5 shrink-0" />
      <span className="min-w-0">{error.message || t("invalid-value")}</span>
    </p>
  );
}

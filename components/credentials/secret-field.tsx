"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { type Control, useController } from "react-hook-form";
import { PasswordField } from "@/components/fields/password-field";
import { Button } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import type { CredentialForm } from "@/lib/domain/credentials/form";
import type { AuthField } from "@/lib/domain/registries/fields";

export type StoredSince = { at: string; by: string };

type SecretFieldProps = {
  control: Control<CredentialForm, unknown, CredentialForm>;
  field: Exclude<AuthField, "username">;
  label: string;
  hint?: string;
  /** When the value was set, if the store has one. It can be replaced, never read. */
  stored: StoredSince | null;
};

/** A write-only value: an input while there is none, afterwards when it was set and by whom. */
export function SecretField({ control, field, label, hint, stored }: SecretFieldProps) {
  const t = useTranslations("credentials.secret");
  const { field: kept } = useController({ control, name: "kept" });
  const isKept = stored !== null && kept.value.includes(field);
  const box = useFocusAfter(isKept);
  const keep = (wanted: boolean) => {
    const others = kept.value.filter((name) => name !== field);
    kept.onChange(wanted ? [...others, field] : others);
  };
  if (isKept) {
    return (
      <div ref={box}>
        <fieldset className="min-w-0">
          <legend className="mb-1.5 font-medium">{label}</legend>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <span className="inline-flex items-center gap-1.5 text-muted">
              <Check size={14} aria-hidden className="text-ok" />
              {t.rich("setBy", { time: () => <Time value={stored.at} style="date" />, name: stored.by })}
            </span>
            <Button size="sm" onClick={() => keep(false)} aria-label={t("replaceOf", { field: label })}>
              {t("replace")}
            </Button>
          </div>
        </fieldset>
      </div>
    );
  }
  return (
    <div ref={box} className="space-y-1.5">
      <PasswordField
        control={control}
        name={`fields.${field}`}
        label={label}
        hint={stored ? t("replacing") : hint}
        optional={field !== "password"}
      />
      {stored ? (
        <Button size="sm" variant="ghost" onClick={() => keep(true)}>
          {t("keep")}
        </Button>
      ) : null}
    </div>
  );
}

/** The pressed button goes away when the state changes; the focus goes on to what takes its place. */
function useFocusAfter(state: boolean) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    box.current?.querySelector<HTMLElement>("input, button")?.focus();
  }, [state]);
  return box;
}

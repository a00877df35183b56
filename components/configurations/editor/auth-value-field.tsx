"use client";

import { useTranslations } from "next-intl";
import { describeControl, FieldFrame, useFieldIds } from "@/components/fields/field-frame";
import { PasswordInput } from "@/components/fields/password-input";
import { Button } from "@/components/ui/button";
import type { AuthField } from "@/lib/domain/registries/fields";
import type { AuthValueForm } from "@/lib/domain/registries/form-host-schema";
import { CheckedField } from "./checked-field";
import { type TextPath, useEditorField } from "./document/use-editor-field";
import { usePart } from "./document/use-part";
import { useEditor } from "./editor-context";
import { type HostPath, useEditorForm } from "./editor-form";
import { FieldFindings } from "./findings/field-findings";
import { useSettledFindings } from "./findings/use-settled-findings";

type AuthValueFieldProps = { path: `${HostPath}.auth`; field: AuthField };

/** One value of a login. What is stored is never shown again: it is kept, replaced or removed. */
export function AuthValueField({ path, field }: AuthValueFieldProps) {
  const t = useTranslations("editor");
  const { setValue } = useEditorForm();
  const name = `${path}.values.${field}` as const;
  const state = usePart(name);
  if (state.kind === "secret") return <StoredValue path={path} field={field} />;
  return (
    <div className="space-y-1.5">
      {field === "username" ? (
        <CheckedField name={`${name}.text`} label={t("values.username")} />
      ) : (
        <SecretField name={`${name}.text`} label={t(`values.${field}`)} />
      )}
      {state.slug !== "" ? (
        <Button
          size="sm"
          variant="ghost"
          onClick={() => setValue(name, { ...state, kind: "secret", text: "" }, { shouldDirty: true })}
        >
          {t("keepValue")}
        </Button>
      ) : null}
    </div>
  );
}

function SecretField({ name, label }: { name: TextPath; label: string }) {
  const { field, error } = useEditorField(name);
  const { found } = useSettledFindings(name, field.value);
  const hint = found.length > 0 ? <FieldFindings found={found} /> : undefined;
  const ids = useFieldIds(hint, error);
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error}>
      <PasswordInput {...field} autoComplete="new-password" {...describeControl(ids, error)} />
    </FieldFrame>
  );
}

function StoredValue({ path, field }: AuthValueFieldProps) {
  const t = useTranslations("editor");
  const { setFocus, setValue } = useEditorForm();
  const { credentials } = useEditor();
  const name = `${path}.values.${field}` as const;
  const value = usePart(name);
  const { slug } = value;
  const set = (next: AuthValueForm) => setValue(name, next, { shouldDirty: true });
  const credential = credentials.find((each) => each.slug === slug)?.name ?? slug;
  const label = t(`values.${field}`);

  function replace() {
    set({ ...value, kind: "text", text: "" });
    requestAnimationFrame(() => setFocus(`${name}.text`));
  }

  return (
    <div className="flex flex-wrap items-center justify-between gap-2 rounded-md border border-line px-3 py-1.5">
      <p className="min-w-0">
        <span className="font-medium">{label}</span>{" "}
        <span className="text-muted">{t("valueSet", { credential })}</span>
      </p>
      <span className="flex gap-1">
        <Button size="sm" aria-label={t("replaceValue", { label })} onClick={replace}>
          {t("replace")}
        </Button>
        <Button
          size="sm"
          variant="ghost"
          aria-label={t("remove", { name: label })}
          onClick={() => set({ kind: "text", text: "", slug: "", emptyKept: false })}
        >
          {t("removeShort")}
        </Button>
      </span>
    </div>
  );
}

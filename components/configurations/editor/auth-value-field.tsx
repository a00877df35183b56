"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { PasswordField } from "@/components/fields/password-field";
import { Button } from "@/components/ui/button";
import type { AuthValueForm } from "@/lib/domain/registries/form-host";
import type { AuthField } from "@/lib/domain/registries/schema";
import { CheckedField } from "./checked-field";
import { useEditor } from "./editor-context";
import { type HostPath, useEditorForm } from "./editor-form";
import { FieldFindings } from "./findings/field-findings";
import { useSettledFindings } from "./findings/use-settled-findings";

type AuthValueFieldProps = { path: `${HostPath}.auth`; field: AuthField };

/** One value of a login. What is stored is never shown again: it is kept, replaced or removed. */
export function AuthValueField({ path, field }: AuthValueFieldProps) {
  const t = useTranslations("editor");
  const { control, setValue } = useEditorForm();
  const name = `${path}.values.${field}` as const;
  const state = useWatch({ control, name });
  const { found } = useSettledFindings(`${name}.text`, state.text);
  if (state.kind === "secret") return <StoredValue path={path} field={field} />;
  return (
    <div className="space-y-1.5">
      {field === "username" ? (
        <CheckedField name={`${name}.text`} label={t("values.username")} />
      ) : (
        <PasswordField
          control={control}
          name={`${name}.text`}
          label={t(`values.${field}`)}
          hint={found.length > 0 ? <FieldFindings found={found} /> : undefined}
        />
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

function StoredValue({ path, field }: AuthValueFieldProps) {
  const t = useTranslations("editor");
  const { control, setFocus, setValue } = useEditorForm();
  const { credentials } = useEditor();
  const name = `${path}.values.${field}` as const;
  const value = useWatch({ control, name });
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

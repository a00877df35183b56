"use client";
import { useTranslations } from "next-intl";
import { type Control, useController } from "react-hook-form";
import { FieldError, FieldHint, useFieldIds } from "@/components/fields/field-frame";
import { Checkbox } from "@/components/ui/checkbox";
import type { NewTokenForm } from "@/lib/domain/tokens/schema";
import type { TokenScope } from "@/lib/domain/tokens/scopes";

type ScopesFieldProps = {
  control: Control<NewTokenForm, unknown, NewTokenForm>;
  /** Those to choose from. */
  scopes: readonly TokenScope[];
};

/** What a token is to do, by the names that the API has for it. */
export function ScopesField({ control, scopes }: ScopesFieldProps) {
  const t = useTranslations("tokens");
  const { field, fieldState } = useController({ control, name: "scopes" });
  const ids = useFieldIds(t("form.scopesHint"), fieldState.error);
  const toggle = (scope: TokenScope, isChosen: boolean) =>
    field.onChange(scopes.filter((each) => (each === scope ? isChosen : field.value.includes(each))));
  return (
    <fieldset aria-describedby={ids.describedBy} className="min-w-0 space-y-1.5">
      <legend className="mb-1.5 font-medium">{t("form.scopes")}</legend>
      <FieldHint id={ids.hint}>{t("form.scopesHint")}</FieldHint>
      <FieldError id={ids.error} error={fieldState.error} />
      <div className="space-y-2 rounded-md border border-line p-3">
        {scopes.map((scope, index) => (
          <Checkbox
            key={scope}
            ref={index === 0 ? field.ref : null}
            checked={field.value.includes(scope)}
            onChange={(event) => toggle(scope, event.target.checked)}
            onBlur={field.onBlur}
            label={<code className="text-code">{scope}</code>}
            hint={t(`scopes.${scope}`)}
          />
        ))}
      </div>
    </fieldset>
  );
}

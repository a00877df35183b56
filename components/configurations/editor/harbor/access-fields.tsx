"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useId } from "react";
import { isComposing } from "@/components/ui/keys";
import { type Option, Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { useEditor } from "../editor-context";

/** What is chosen; what is typed stays in its fields and is read when Harbor is asked. */
export type AccessChoice = { login: string; ca: string };
export type TypedFields = {
  username: RefObject<HTMLInputElement | null>;
  password: RefObject<HTMLInputElement | null>;
};

type AccessFieldsProps = {
  choice: AccessChoice;
  onChange: (choice: AccessChoice) => void;
  typed: TypedFields;
  onEnter: () => void;
};

/** Whom Harbor is asked as, and which authority its certificate may come from. */
export function AccessFields({ choice, onChange, typed, onEnter }: AccessFieldsProps) {
  const t = useTranslations("harbor");
  const { credentials, certificates } = useEditor();
  const logins: Option[] = [
    { value: "none", label: t("loginNone") },
    { value: "typed", label: t("loginTyped") },
    ...credentials.map(({ slug, name, username }) => ({
      value: `stored:${slug}`,
      label: username ? t("loginNamed", { name, username }) : name,
    })),
  ];
  const authorities: Option[] = [
    { value: "", label: t("caNone") },
    ...certificates.map(({ slug, name }) => ({ value: slug, label: name })),
  ];
  return (
    <div className="space-y-4">
      <p className="text-muted text-sm">{t("accessHint")}</p>
      <Choice
        label={t("login")}
        options={logins}
        value={choice.login}
        onChange={(login) => onChange({ ...choice, login })}
      />
      {choice.login === "typed" ? <Typed typed={typed} onEnter={onEnter} /> : null}
      <Choice
        label={t("ca")}
        hint={t("caHint")}
        options={authorities}
        value={choice.ca}
        onChange={(ca) => onChange({ ...choice, ca })}
      />
    </div>
  );
}

type ChoiceProps = {
  label: string;
  hint?: string;
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
};

function Choice({ label, hint, options, value, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="space-y-1.5">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      <Select
        id={id}
        options={options}
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint ? (
        <p id={`${id}-hint`} className="text-muted text-sm">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

/** Fields of the browser alone: what stands in them is in no state of ours. */
function Typed({ typed, onEnter }: Pick<AccessFieldsProps, "typed" | "onEnter">) {
  const t = useTranslations("harbor");
  const id = useId();
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || isComposing(event)) return;
    event.preventDefault();
    onEnter();
  }
  const plain = { autoComplete: "off", maxLength: 4096, onKeyDown } as const;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="space-y-1.5">
        <label htmlFor={`${id}-name`} className="block font-medium">
          {t("username")}
        </label>
        <TextInput {...plain} ref={typed.username} id={`${id}-name`} mono />
      </div>
      <div className="space-y-1.5">
        <label htmlFor={`${id}-password`} className="block font-medium">
          {t("password")}
        </label>
        <TextInput
          {...plain}
          ref={typed.password}
          id={`${id}-password`}
          type="password"
          autoComplete="new-password"
          aria-describedby={`${id}-hint`}
        />
      </div>
      <p id={`${id}-hint`} className="text-muted text-sm sm:col-span-2">
        {t("passwordHint")}
      </p>
    </div>
  );
}

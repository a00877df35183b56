"use client";
import type { ReactNode } from "react";
import { TextInput } from "@/components/ui/text-input";
import { describeControl, FieldFrame, useFieldIds } from "./field-frame";
import { PasswordInput } from "./password-input";
import type { PlainControl } from "./use-plain-form";

type PlainFieldProps = {
  control: PlainControl;
  label: ReactNode;
  hint?: ReactNode;
  autoComplete: string;
  mono?: boolean;
  password?: boolean;
};

/** A field of a plain form. */
export function PlainField({ control, label, hint, autoComplete, mono, password }: PlainFieldProps) {
  const { error, ...input } = control;
  const ids = useFieldIds(hint, error);
  const described = { ...input, autoComplete, ...describeControl(ids, error) };
  return (
    <FieldFrame ids={ids} label={label} hint={hint} error={error}>
      {password ? <PasswordInput {...described} /> : <TextInput {...described} mono={mono ?? false} />}
    </FieldFrame>
  );
}

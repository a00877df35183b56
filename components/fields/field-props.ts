import type { ReactNode } from "react";
import type { Control, FieldPath, FieldValues } from "react-hook-form";

/** What every field takes. `Out` is the type after the resolver; fields do not care about it. */
export type FieldProps<Form extends FieldValues, Name extends FieldPath<Form>, Out> = {
  control: Control<Form, unknown, Out>;
  name: Name;
  label: ReactNode;
  hint?: ReactNode;
  /** Marks the label; everything else is needed. */
  optional?: boolean;
};

"use client";

import { type ComponentProps, type ReactNode, useId } from "react";
import { Select } from "@/components/ui/select";

type SelectFieldProps = Omit<ComponentProps<typeof Select>, "onChange" | "id"> & {
  label: string;
  hint?: ReactNode;
  onChange: (value: string) => void;
};

/** A select with its label, for choices that hold at once. */
export function ChoiceField({ label, hint, onChange, className, ...props }: SelectFieldProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block font-medium">
        {label}
      </label>
      <Select
        {...props}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint ? (
        <p id={`${id}-hint`} className="mt-1.5 text-muted text-sm">
          {hint}
        </p>
      ) : null}
    </div>
  );
}

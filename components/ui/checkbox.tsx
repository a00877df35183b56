import { clsx } from "clsx";
import type { InputHTMLAttributes, ReactNode, Ref } from "react";

type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  /** Keeps the label for assistive technology only, for checkboxes of table rows. */
  labelHidden?: boolean;
  ref?: Ref<HTMLInputElement>;
};

export function Checkbox({ label, hint, labelHidden = false, className, ...props }: CheckboxProps) {
  return (
    <label className={clsx("flex min-h-6 items-start gap-2.5 pointer-coarse:min-h-11", className)}>
      <input
        {...props}
        type="checkbox"
        className="mt-0.5 size-4 shrink-0 rounded-sm accent-primary pointer-coarse:size-5"
      />
      <span className={labelHidden ? "sr-only" : "min-w-0"}>
        {label}
        {hint ? <span className="block text-muted text-sm">{hint}</span> : null}
      </span>
    </label>
  );
}

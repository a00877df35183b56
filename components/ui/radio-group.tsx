import { clsx } from "clsx";
import type { ReactNode, Ref } from "react";

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type RadioGroupProps = {
  name: string;
  legend: ReactNode;
  legendHidden?: boolean;
  options: readonly RadioOption[];
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  describedBy?: string | undefined;
  invalid?: boolean;
  ref?: Ref<HTMLInputElement>;
};

export function RadioGroup(props: RadioGroupProps) {
  const {
    name,
    legend,
    legendHidden = false,
    options,
    value,
    onChange,
    onBlur,
    describedBy,
    invalid,
    ref,
  } = props;
  return (
    <fieldset aria-describedby={describedBy} className="min-w-0 space-y-2">
      <legend className={legendHidden ? "sr-only" : "mb-1.5 font-medium"}>{legend}</legend>
      {options.map((option, index) => (
        <label
          key={option.value}
          className={clsx(
            "flex items-start gap-2.5 rounded-md border px-3 py-2.5 transition-colors has-checked:border-primary has-checked:bg-info-tint",
            invalid ? "border-error" : "border-line hover:border-control",
          )}
        >
          <input
            ref={index === 0 ? ref : undefined}
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
            onBlur={onBlur}
            className="mt-0.5 size-4 shrink-0 accent-primary"
          />
          <span className="min-w-0">
            {option.label}
            {option.hint ? <span className="block text-muted text-sm">{option.hint}</span> : null}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

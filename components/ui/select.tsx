import { clsx } from "clsx";
import { ChevronDown } from "lucide-react";
import type { Ref, SelectHTMLAttributes } from "react";
import { controlStyle } from "./control-style";

export type Option = { value: string; label: string; disabled?: boolean };

type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  options: readonly Option[];
  ref?: Ref<HTMLSelectElement>;
};

export function Select({ options, className, ...props }: SelectProps) {
  return (
    <span className={clsx("relative block", className)}>
      <select {...props} className={clsx(controlStyle, "h-9 appearance-none pe-9 pointer-coarse:h-11")}>
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        size={14}
        aria-hidden
        className="pointer-events-none absolute inset-y-0 end-3 my-auto text-muted"
      />
    </span>
  );
}

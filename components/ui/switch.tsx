import type { InputHTMLAttributes, ReactNode, Ref } from "react";

type SwitchProps = Omit<InputHTMLAttributes<HTMLInputElement>, "type" | "role"> & {
  label: ReactNode;
  hint?: ReactNode;
  ref?: Ref<HTMLInputElement>;
};

/** Takes effect at once; a choice that waits for a save button is a checkbox. */
export function Switch({ label, hint, ...props }: SwitchProps) {
  return (
    <label className="flex min-h-6 items-start justify-between gap-4 pointer-coarse:min-h-11">
      <span className="min-w-0">
        {label}
        {hint ? <span className="block text-muted text-sm">{hint}</span> : null}
      </span>
      <input
        {...props}
        type="checkbox"
        role="switch"
        aria-checked={props.checked}
        className="relative h-5 w-9 shrink-0 appearance-none rounded-full border border-control bg-inset transition-colors before:absolute before:inset-y-0.5 before:start-0.5 before:size-3.5 before:rounded-full before:bg-muted before:transition-transform checked:border-primary checked:bg-primary checked:before:translate-x-4 checked:before:bg-on-solid"
      />
    </label>
  );
}

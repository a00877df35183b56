import { type ReactNode, useId } from "react";

type LabelledProps = { label: string; className: string; children: (id: string) => ReactNode };

/** A control of the filter under its label. */
export function Labelled({ label, className, children }: LabelledProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1 block text-muted text-sm">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

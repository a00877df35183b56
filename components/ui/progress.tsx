type ProgressProps = { value: number; max: number; label: string };

/** How much is done, as a bar; the numbers stand beside it in the text. Drawn as SVG, which needs no inline style. */
export function Progress({ value, max, label }: ProgressProps) {
  const share = max === 0 ? 0 : Math.min(100, (value / max) * 100);
  return (
    <span
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      className="block h-1.5 w-full overflow-hidden rounded-sm border border-control/40 bg-inset"
    >
      <svg width="100%" height="100%" aria-hidden="true" className="block text-primary">
        <rect width={`${share}%`} height="100%" fill="currentColor" />
      </svg>
    </span>
  );
}

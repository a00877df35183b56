/** An open ring; it stands still for readers who ask for less motion. The text beside it says what is under way. */
export function Spinner({ size = 16 }: { size?: number }) {
  return (
    <svg
      className="shrink-0 animate-ring"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      aria-hidden="true"
    >
      <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="2" opacity="0.25" />
      <path d="M14 8a6 6 0 0 0-6-6" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}

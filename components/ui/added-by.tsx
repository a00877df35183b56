import { Time } from "./time";

/** When something was added, and by whom. */
export function AddedBy({ at, by }: { at: string; by: string }) {
  return (
    <div>
      <Time value={at} style="relative" />
      <span className="block text-muted">{by}</span>
    </div>
  );
}

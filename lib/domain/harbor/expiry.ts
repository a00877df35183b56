import type { HarborRobot } from "./reading";

const day = 24 * 60 * 60 * 1000;
/** Long enough before the end to plan a rotation. */
const soonDays = 30;

export type RobotExpiry =
  | { state: "never" | "expired" | "disabled" }
  | { state: "soon" | "later"; days: number };

/** How long a robot account still works. */
export function expiryOf({ disabled, expiresAt }: HarborRobot, now: number): RobotExpiry {
  if (disabled) return { state: "disabled" };
  if (expiresAt === null) return { state: "never" };
  const left = Date.parse(expiresAt) - now;
  if (left <= 0) return { state: "expired" };
  const days = Math.floor(left / day);
  return { state: days < soonDays ? "soon" : "later", days };
}

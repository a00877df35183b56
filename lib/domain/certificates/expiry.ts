const day = 24 * 60 * 60 * 1000;
const soonDays = 30;

export type Expiry = { state: "valid" | "soon" | "expired"; days: number };

/** How long a certificate lasts, or how long ago it ended, in whole days. */
export const expiryOf = (notAfter: string, now: Date): Expiry => {
  const end = Date.parse(notAfter);
  if (end <= now.getTime()) return { state: "expired", days: Math.floor((now.getTime() - end) / day) };
  const days = Math.floor((end - now.getTime()) / day);
  return { state: days < soonDays ? "soon" : "valid", days };
};

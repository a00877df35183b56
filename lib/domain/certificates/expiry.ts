const day = 24 * 60 * 60 * 1000;
const soonDays = 30;

export type Expiry = { state: "valid" | "soon" | "expired"; days: number };

/** How long a certificate lasts, in whole days from now on. */
export const expiryOf = (notAfter: string, now: Date): Expiry => {
  const days = Math.floor((Date.parse(notAfter) - now.getTime()) / day);
  if (Date.parse(notAfter) <= now.getTime()) return { state: "expired", days: 0 };
  return { state: days < soonDays ? "soon" : "valid", days };
};

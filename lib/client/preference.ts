const year = 365 * 24 * 60 * 60;

export type Preference = "theme" | "locale" | "sidebar" | "diff" | "split";

/**
 * Keeps a choice of looks where the server reads it before it writes the page. The Cookie Store API exists only over
 * TLS, and Pullpath also runs without, so this sets the classic property.
 */
export function keepPreference(name: Preference, value: string): void {
  Reflect.set(document, "cookie", `${name}=${value}; Path=/; Max-Age=${year}; SameSite=Lax`);
}

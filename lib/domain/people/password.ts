export type PasswordWeakness = "password-simple" | "password-common" | "password-contains-name";

export const passwordLength = { min: 12, max: 256 } as const;

// Rows of keyboards and the orders people type them in.
const runs = [
  "abcdefghijklmnopqrstuvwxyz",
  "0123456789012345678901234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
];

const commonWords =
  /password|passw0rd|p@ssw0rd|letmein|welcome|changeme|iloveyou|administrator|admin|root|secret|login|default|master|pullpath|kubernetes|rancher|k3s|rke2|registry|docker|harbor/g;

const reverse = (text: string) => [...text].reverse().join("");

/** Letters that continue a run of three or more, such as the last one of "abc" or "321". */
function countRunLetters(text: string): number {
  const lines = [...runs, ...runs.map(reverse)];
  return [...text].filter(
    (_, end) => end >= 2 && lines.some((line) => line.includes(text.slice(end - 2, end + 1))),
  ).length;
}

/**
 * Why a password of sufficient length is still easy to guess, by rules that need no list from a network: few
 * different characters, keyboard runs, common words with little around them, or the name of its owner.
 */
export function passwordWeakness(password: string, username: string): PasswordWeakness | undefined {
  const lower = password.toLowerCase();
  const name = username.toLowerCase();
  if (name.length >= 3 && (lower.includes(name) || lower.includes(reverse(name)))) {
    if (lower.replaceAll(name, "").replaceAll(reverse(name), "").length < 8) return "password-contains-name";
  }
  if (new Set(lower).size < 5) return "password-simple";
  if (lower.length - countRunLetters(lower) < 6) return "password-simple";
  const rest = lower.replace(commonWords, "");
  if (rest.length < lower.length && rest.replace(/[^a-z]/g, "").length < 4) return "password-common";
  return undefined;
}

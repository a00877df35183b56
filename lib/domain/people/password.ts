import { commonPasswords } from "./common-passwords";
import { passwordLength } from "./password-length";

export type PasswordWeakness = "password-simple" | "password-common" | "password-contains-name";

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

// How letters are written to get past a rule that asks for digits and signs.
const disguises: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

const reverse = (text: string) => [...text].reverse().join("");

/** As many characters as people count. */
const countCharacters = (text: string): number => [...text].length;

/** Letters that continue a run of three or more, such as the last one of "abc" or "321". */
function countRunLetters(text: string): number {
  const lines = [...runs, ...runs.map(reverse)];
  return [...text].filter(
    (_, end) => end >= 2 && lines.some((line) => line.includes(text.slice(end - 2, end + 1))),
  ).length;
}

/** The shortest piece that a text repeats, or the text itself. */
function pieceOf(text: string): string {
  // A text stands in its own double before the end only where it repeats itself.
  const at = `${text}${text}`.indexOf(text, 1);
  return text.slice(0, at);
}

/** A name and what it is put together from. Short parts stand in many words by chance. */
const partsOf = (name: string): string[] =>
  [name, ...name.split(/[._-]+/).filter((part) => part.length >= 4)].filter((part) => part.length >= 3);

/** Whether little is left of a password once the name of its owner, its parts and their mirror images are taken out. */
function isMostlyName(lower: string, name: string): boolean {
  const parts = partsOf(name).flatMap((part) => [part, reverse(part)]);
  const rest = parts.reduce((left, part) => left.replaceAll(part, ""), lower);
  const lettersAndDigits = rest.replace(/[^\p{L}\p{N}]/gu, "");
  return rest.length < lower.length && countCharacters(lettersAndDigits) < 8;
}

/** A common password with digits and signs before, behind or in place of its letters. */
function isCommon(lower: string): boolean {
  const bare = lower.replace(/^[^a-z]+|[^a-z]+$/g, "");
  const letters = (text: string) => [...text].map((one) => disguises[one] ?? one).join("");
  const forms = [bare, letters(bare), letters(lower)].map((form) => form.replace(/[^a-z]/g, ""));
  return forms.some((form) => commonPasswords.has(form) || commonPasswords.has(pieceOf(form)));
}

/** Whether a common word stands in it with little around. */
function isHardlyMoreThanWords(lower: string): boolean {
  const rest = lower.replace(commonWords, "");
  return rest.length < lower.length && rest.replace(/[^a-z]/g, "").length < 4;
}

/** Few different characters, one short piece again and again, or keyboard runs. */
const isSimple = (lower: string): boolean =>
  new Set(lower).size < 5 || countCharacters(pieceOf(lower)) < 8 || lower.length - countRunLetters(lower) < 6;

/**
 * Why a password of sufficient length is still easy to guess, by rules that need no network: hardly more than the name of
 * its owner, few different characters, repetitions, keyboard runs, or a common password in disguise.
 */
export function passwordWeakness(password: string, username: string): PasswordWeakness | undefined {
  const lower = password.normalize("NFKC").toLowerCase();
  if (isMostlyName(lower, username.toLowerCase())) return "password-contains-name";
  if (isSimple(lower)) return "password-simple";
  if (isCommon(lower) || isHardlyMoreThanWords(lower)) return "password-common";
  return undefined;
}

/** Passwords are hashed in this form, so that two ways to type a sign are one. */
export const isSamePassword = (one: string, other: string): boolean =>
  one.normalize("NFKC") === other.normalize("NFKC");

/** Which bound of the length a password is beyond. */
export function passwordSize(password: string): "short" | "long" | undefined {
  const count = countCharacters(password);
  if (count < passwordLength.min) return "short";
  return count > passwordLength.max ? "long" : undefined;
}

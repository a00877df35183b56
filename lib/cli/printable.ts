const escapeOf = (character: string) =>
  `\\u{${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}}`;

/** Text of a stranger's file on one line, without anything a terminal would obey or a reader could not see. */
export const printable = (text: string): string =>
  text.replace(/\s*\n\s*/g, " ").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, escapeOf);

/** The exact text, but for what a terminal would obey. */
export const harmless = (text: string): string => text.replace(/(?![\n\t])\p{Cc}/gu, escapeOf);

/** A sentence without the logins of the URLs in it: what is printed often ends in the record of a build. */
export const withoutLogins = (text: string): string =>
  printable(text).replace(/(?<=:\/\/)[^/?#\s]*@/g, "•••@");

/** A URL without the login that may stand in it. */
export const withoutLogin = (url: string): string =>
  printable(url).replace(/^([^/]*:\/\/)[^/?#]*@/, "$1•••@");

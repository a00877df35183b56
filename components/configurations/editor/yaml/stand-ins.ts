import { canonicalExtraText } from "@/lib/domain/registries/extra-text";
import { authFields } from "@/lib/domain/registries/fields";
import { escapeText } from "@/lib/domain/registries/yaml/quote";

/** What stands in an editable text for a secret that was typed and not stored yet. */
export const standInPattern = /•••(\d+)•••/g;

/** What K3s does not read has a value of any kind, and its stand-in is a quoted text. */
const wholeValue = /(?<=^ *)([^\s#"'][^\n:]*|"[^"\n]*"): "•••(\d+)•••"(?=\s*(?:#|$))/gm;
const isAuthField = (key: string) => authFields.some((field) => key === field || key === `"${field}"`);

const escapeRegExp = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");

/**
 * Secrets that were typed on this page, each with a name of its own that may be shown, copied and moved within the
 * text. They are kept nowhere else and end with the page.
 */
export class StandIns {
  private readonly numbers = new Map<string, number>();
  private readonly secrets: string[] = [];

  readonly hide = (secret: string): string => {
    const known = this.numbers.get(secret);
    if (known !== undefined) return `•••${known}•••`;
    this.secrets.push(secret);
    this.numbers.set(secret, this.secrets.length);
    return `•••${this.secrets.length}•••`;
  };

  /** The text with all that was typed, to be read and judged, never to be shown. */
  restore(text: string): string {
    if (this.secrets.length === 0) return text;
    const values = text.replace(wholeValue, (all, key: string, number: string) => {
      const secret = isAuthField(key) ? undefined : this.secrets[Number(number) - 1];
      return secret === undefined ? all : `${key}: ${canonicalExtraText(secret)}`;
    });
    return values.replace(standInPattern, (all, number: string, at: number) => {
      const secret = this.secrets[Number(number) - 1];
      const before = values.slice(values.lastIndexOf("\n", at) + 1, at);
      return secret === undefined ? all : writtenAt(before, secret);
    });
  }

  /** The other way round, for a text that may hold secrets in any spelling a person or a fix gave it. */
  conceal(text: string): string {
    return [...this.secrets]
      .toSorted((one, other) => other.length - one.length)
      .flatMap((secret) => [secret, escapeText(secret)].map((written) => [written, secret] as const))
      .reduce((rest, [written, secret]) => {
        const alone = new RegExp(`(?<![\\w•])${escapeRegExp(written)}(?![\\w•])`, "gu");
        return rest.replace(alone, () => this.hide(secret));
      }, text);
  }
}

/** A secret as it is written after the beginning of its line. */
function writtenAt(before: string, secret: string): string {
  if (/^\s*#/.test(before)) return secret;
  const quotes = before.replace(/\\./g, "").split('"').length - 1;
  if (quotes % 2 === 1) return escapeText(secret);
  return before.endsWith("'") ? secret.replaceAll("'", "''") : secret;
}

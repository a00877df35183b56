/** A replacement cut at its references: plain text, a group by number, or a group by name. */
export type TemplatePart = string | { group: number } | { name: string };

/** Digits beyond this are a name to Go, as are digits with a leading zero (regexp.go, extract). */
const number = /^(?:0|[1-9]\d{0,8})$/;

const toPart = (name: string): TemplatePart => (number.test(name) ? { group: Number(name) } : { name });

/**
 * Splits a replacement as Go's `Regexp.Expand` does: `$1`, `${1}`, `$name`, `${name}` and `$$`. The name takes all
 * letters, digits and underscores that follow, so `$1_x` is the group `1_x`; a dollar without a name is itself.
 */
export function parseTemplate(template: string): TemplatePart[] {
  const reference = /\$(?:(\$)|\{([\p{L}\p{Nd}_]+)\}|([\p{L}\p{Nd}_]+))/gu;
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(reference)) {
    const [text, dollar, braced, bare] = match;
    parts.push(template.slice(end, match.index), dollar ?? toPart(braced ?? bare ?? ""));
    end = match.index + text.length;
  }
  return [...parts, template.slice(end)];
}

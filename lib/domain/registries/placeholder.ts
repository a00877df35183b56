import { slugPattern } from "./fields";
import type { ScalarNode } from "./yaml/node";
import { escapeText } from "./yaml/quote";
import type { Source } from "./yaml/source";

const start = "{{secret:";

/** The reference to a stored secret as it stands in YAML text. `field` is the key it stands at. */
export const secretPlaceholder = (slug: string, field: string) => `"${start}${slug}.${escapeText(field)}}}"`;

/**
 * The credential a scalar refers to, if it is a reference: double-quoted, whole, without escapes in its start, and
 * for the field it stands at. Anything else that looks like one is text.
 */
export function readSecretPlaceholder(node: ScalarNode, field: string, source: Source): string | null {
  const { value, style, tag, anchor } = node;
  if (style !== "double" || tag !== "" || anchor !== "" || !value.startsWith(start)) return null;
  if (!source.slice(node.start, node.end).startsWith(`"${start}`)) return null;
  const end = `.${field}}}`;
  if (!value.endsWith(end)) return null;
  const slug = value.slice(start.length, value.length - end.length);
  return slugPattern.test(slug) ? slug : null;
}

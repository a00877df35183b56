import { composeYaml } from "./yaml/compose";
import { YamlFailure } from "./yaml/failure";
import { toFlowText } from "./yaml/flow-text";
import type { YamlNode } from "./yaml/node";
import { quote } from "./yaml/quote";
import { resolveScalar } from "./yaml/resolve";

/** The one value a text is, were it to stand after a key; null if it is broken or more than a value. */
function readValue(text: string): YamlNode | null {
  try {
    const { root, comments, rest } = composeYaml(`key: ${text}\n`);
    if (root?.kind !== "mapping" || root.children.length !== 2) return null;
    return comments.length === 0 && rest === null ? (root.children[1] ?? null) : null;
  } catch (failure) {
    if (failure instanceof YamlFailure) return null;
    throw failure;
  }
}

/** An extra's value as it is written: canonical flow text, or a quoted string of what is no YAML value. */
export function canonicalExtraText(text: string): string {
  const value = readValue(text);
  return (value === null ? null : toFlowText(value)) ?? quote(text);
}

/** The text of an extra's value if it is one scalar that says something; null for lists, maps and nothing. */
export function readFlowScalar(text: string): string | null {
  const value = readValue(text);
  if (value === null) return text;
  return value.kind === "scalar" && resolveScalar(value).value !== null ? value.value : null;
}

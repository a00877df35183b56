import { YamlFailure } from "./failure";
import type { ScalarNode } from "./node";
import { isFloat, isInteger, isTimestamp } from "./numbers";

const longPrefix = "tag:yaml.org,2002:";

export const tags = {
  text: `${longPrefix}str`,
  bool: `${longPrefix}bool`,
  integer: `${longPrefix}int`,
  float: `${longPrefix}float`,
  nothing: `${longPrefix}null`,
  time: `${longPrefix}timestamp`,
  binary: `${longPrefix}binary`,
  merge: `${longPrefix}merge`,
  sequence: `${longPrefix}seq`,
  mapping: `${longPrefix}map`,
} as const;

export const shortTag = (tag: string) =>
  tag.startsWith(longPrefix) ? `!!${tag.slice(longPrefix.length)}` : tag;

/** Type of a scalar, with its value where K3s's fields can hold it as other than text. */
export type Resolved = { tag: string; value: null | boolean | "text" };

const table = (tag: string, value: Resolved["value"], words: string) =>
  words.split(" ").map((word): [string, Resolved] => [word, { tag, value }]);

// yaml.v2 v2.4.0, resolve.go, resolveMapList.
const words: ReadonlyMap<string, Resolved> = new Map([
  ...table(tags.bool, true, "y Y yes Yes YES true True TRUE on On ON"),
  ...table(tags.bool, false, "n N no No NO false False FALSE off Off OFF"),
  ...table(tags.nothing, null, "~ null Null NULL"),
  ["", { tag: tags.nothing, value: null }],
  ...table(tags.float, "text", ".nan .NaN .NAN .inf .Inf .INF +.inf +.Inf +.INF -.inf -.Inf -.INF"),
]);

const resolvable = new Set<string>([
  "",
  tags.text,
  tags.bool,
  tags.integer,
  tags.float,
  tags.nothing,
  tags.time,
]);

function resolveNumber(tag: string, value: string): string {
  if (value.startsWith(".")) return isFloat(value, "dotted") ? tags.float : tags.text;
  if (!/^[-+0-9]/.test(value)) return tags.text;
  if ((tag === "" || tag === tags.time) && isTimestamp(value)) return tags.time;
  const plain = value.replaceAll("_", "");
  if (isInteger(plain)) return tags.integer;
  return isFloat(plain, "any") ? tags.float : tags.text;
}

function guess(tag: string, value: string): Resolved {
  if (tag === tags.text) return { tag, value: "text" };
  return words.get(value) ?? { tag: resolveNumber(tag, value), value: "text" };
}

/** The type of a scalar from its tag and text (yaml.v2 v2.4.0, resolve.go). Throws when the two contradict. */
export function resolveScalar(node: Pick<ScalarNode, "tag" | "value" | "implicit" | "start">): Resolved {
  const { tag, value } = node;
  if (tag === "" && !node.implicit) return { tag: tags.text, value: "text" };
  if (!resolvable.has(tag)) return { tag, value: "text" };
  const guessed = guess(tag, value);
  if (tag === "" || tag === guessed.tag) return guessed;
  // Whole numbers beyond 63 bits are no floats to yaml.v2, an oversight it keeps.
  if (tag === tags.float && guessed.tag === tags.integer && fitsSigned(value)) {
    return { tag, value: "text" };
  }
  const problem = `cannot decode ${shortTag(guessed.tag)} \`${value}\` as a ${shortTag(tag)}`;
  throw new YamlFailure(problem, null, node.start);
}

const fitsSigned = (value: string) => isInteger(value.replaceAll("_", ""), "signed");

import type { CheckCode, CheckFinding } from "./finding";
import { replaceEscapes } from "./toml-text";

type Fix = (value: string, param: (name: string) => string) => string[];

const takeRight: Fix = (_value, param) => [param("right")];
const takeHost: Fix = (_value, param) => [param("host")];
const replaceText: Fix = (value, param) => [value.replace(param("text"), () => param("right"))];

/** The letters an input method writes wide, without quotes around and commas behind. */
const narrow = (value: string) =>
  value
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/。/g, ".")
    .replace(/^[“”‘’「"']+|[“”‘’」"',;.、]+$/g, "");

/** What a person most likely meant, for the codes where the value itself tells it. */
const fixes: Partial<Record<CheckCode, Fix>> = {
  "key-scheme": takeHost,
  "key-path": (_value, param) => (/^[a-z0-9[]/i.test(param("host")) ? [param("host")] : []),
  "key-character": (value) => [narrow(value)],
  "key-space": takeHost,
  "key-reserved": () => ["*"],
  "key-ipv6": takeRight,
  "key-upper-case": takeRight,
  "hub-alias-key": () => ["docker.io"],
  "endpoint-slashes": takeRight,
  "endpoint-space": takeRight,
  "endpoint-scheme": (value, param) => [value.replace(/^[^:]*:\/\//, () => param("right"))],
  "endpoint-ipv6": (value, param) => [value.replace(param("right").slice(1, -1), () => param("right"))],
  "endpoint-userinfo": (value) => [value.replace(/^([^/]*\/\/)?[^/?#]*@/, "$1")],
  "endpoint-query": (value) => [value.replace(/[?#].*$/s, "")],
  "endpoint-host": takeRight,
  "endpoint-character": (value) => [narrow(value)],
  "path-without-v2": (_value, param) => [param("right"), param("other")],
  "path-trailing-slash": takeRight,
  "no-scheme": (_value, param) => [param("https"), param("http")],
  "rewrite-toml": (value) => [replaceEscapes(value)],
  "rewrite-toml-meaning": (value) => [replaceEscapes(value)],
  "rewrite-quote": (value) => [value.replace(/(?<!\\)((?:\\\\)*)"/g, "$1")],
  "rewrite-line-break": (value) => [value.replace(/\p{Cc}/gu, "")],
  "rewrite-glued": replaceText,
  "rewrite-backslash-group": replaceText,
  "rewrite-leading-slash": takeRight,
};

/** Values that would mend a finding, to offer and never to apply unasked; none when only a person can know. */
export function fixesOf(found: CheckFinding, value: string): string[] {
  const made = fixes[found.code]?.(value, (name) => String(found.params[name] ?? "")) ?? [];
  return made.filter((each) => each !== "" && each !== value);
}

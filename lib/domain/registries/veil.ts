import type { Subject } from "./compare/change";
import { type AuthField, authFields } from "./fields";
import { maskSecrets } from "./mask";
import type { Definition } from "./schema";

/** A place that held a secret which was kept nowhere. `path` leads to it from the top of the definition. */
export interface LostSecret {
  readonly path: readonly (string | number)[];
  readonly subject: Subject;
  readonly what: AuthField | "note" | "address" | "extra";
}

// The word makes masking see a stand-in again wherever it saw the secret, in notes too.
const lostStandIn = "•••secret•••";
const standIn = (number: number) => `•••secret ${number}•••`;
/** No text of a definition may hold it. */
const mark = "\u0000";

/** A known secret on its way back: nothing in it can be taken for a part of a URL, as something in the secret might. */
const edge = "\u0001";
const token = (number: number) => `${edge}${number}${edge}`;

/** All secrets of a definition with their numbers, each once and in a fixed order. */
function secretsOf(definition: Definition): Map<string, number> {
  const found = new Map<string, number>();
  maskSecrets(definition, (secret) => {
    const number = found.get(secret) ?? found.size + 1;
    found.set(secret, number);
    return standIn(number);
  });
  return found;
}

/**
 * The definition without any secret: those that `base` has too stand as numbers, which mean something only to who has
 * the base; all others are gone.
 */
export function veilSecrets(definition: Definition, base: Definition): Definition {
  const numbers = secretsOf(base);
  return maskSecrets(definition, (secret) => {
    const number = numbers.get(secret);
    return number === undefined ? lostStandIn : standIn(number);
  });
}

/** The way back, with the secrets of the same base. What was lost is left out and told. */
export function unveilSecrets(
  veiled: Definition,
  base: Definition,
): { definition: Definition; lost: LostSecret[] } {
  const secrets = secretsOf(base);
  const tokens = new Map([...secrets.values()].map((number) => [standIn(number), token(number)]));
  const marked = maskSecrets(veiled, (text) => tokens.get(text) ?? mark);
  const paths: LostSecret["path"][] = [];
  const left = leaveOut(marked, [], paths);
  const definition = putBack(left, [...secrets.keys()]) as Definition;
  return { definition, lost: paths.map((path) => ({ path, ...tell(definition, path) })) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function leaveOut(value: unknown, path: (string | number)[], lost: LostSecret["path"][]): unknown {
  if (typeof value === "string") {
    if (!value.includes(mark)) return value;
    lost.push(path);
    return withoutMark(value);
  }
  if (Array.isArray(value)) {
    const items = value.map((item, at) => leaveOut(item, [...path, at], lost));
    return items.filter((item) => !(isRecord(item) && "key" in item && item["value"] === null));
  }
  if (!isRecord(value)) return value;
  if (value["kind"] === "text" && value["text"] === mark) {
    lost.push(path);
    return null;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, leaveOut(inner, [...path, key], lost)]),
  );
}

/** Puts each secret where its number stands. */
function putBack(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === "string")
    return value
      .split(edge)
      .map((part, at) => (at % 2 === 0 ? part : (secrets[Number(part) - 1] ?? "")))
      .join("");
  if (Array.isArray(value)) return value.map((item) => putBack(item, secrets));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, putBack(inner, secrets)]));
}

const withoutMark = (text: string): string =>
  text
    .split("\n")
    .filter((line) => line !== mark)
    .join("\n")
    .replaceAll(`${mark}@`, "")
    .replaceAll(`?${mark}`, "")
    .replaceAll(mark, "");

function tell(definition: Definition, path: LostSecret["path"]): Pick<LostSecret, "subject" | "what"> {
  const [section, at] = path;
  const last = path.at(-1);
  const field = authFields.find((each) => each === last);
  const what = path.includes("extras") ? "extra" : (field ?? (isNote(last) ? "note" : "address"));
  const place = Number(at);
  if (section === "mirrors") {
    return { what, subject: { kind: "mirror", name: definition.mirrors?.[place]?.name ?? "" } };
  }
  if (section === "registryHosts") {
    return { what, subject: { kind: "registryHost", name: definition.registryHosts?.[place]?.host ?? "" } };
  }
  if (section === "auths") {
    return { what, subject: { kind: "legacyAuth", name: definition.auths?.[place]?.host ?? "" } };
  }
  return { what, subject: { kind: "file" } };
}

const isNote = (key: string | number | undefined) => /note$/i.test(String(key));

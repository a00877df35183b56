import type * as z from "zod/mini";

/** Where a value stands in a body: keys and positions from the top. */
export type Place = readonly (string | number)[];

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Every place of a body, those of lists and records too; of a list the first member stands for all. */
export function placesOf(value: unknown, at: Place = []): Place[] {
  if (Array.isArray(value)) return [at, ...(value.length > 0 ? placesOf(value[0], [...at, 0]) : [])];
  if (!isRecord(value)) return [at];
  return [at, ...Object.entries(value).flatMap(([key, item]) => placesOf(item, [...at, key]))];
}

/** A copy with another value at one place, as `JSON.parse` would make it: keys of prototypes are keys like others. */
export function withValue(body: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(body)) return body.map((item, at) => (at === key ? withValue(item, rest, value) : item));
  const entries = isRecord(body) ? Object.entries(body) : [];
  const had = entries.find(([name]) => name === key)?.[1];
  const others = entries.filter(([name]) => name !== key);
  return Object.fromEntries([...others, [String(key), withValue(had, rest, value)]]);
}

export const valueAt = (body: unknown, place: Place): unknown =>
  place.reduce<unknown>(
    (value, key) => (value instanceof Object ? Reflect.get(value, key) : undefined),
    body,
  );

/** A place as text, with one name for every position of a list: `nodes.*.name`. */
export const nameOf = (place: Place): string =>
  place.map((key) => (typeof key === "number" ? "*" : key)).join(".");

/** Every text in a value, however deep, with the names of its keys. */
export function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isRecord(value) ? Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]) : [];
}

/** The names of all fields that a schema knows, whichever of its forms they belong to. Keys of records are nobody's names. */
export function fieldsOf(schema: z.core.$ZodType | undefined, at: Place = []): string[] {
  if (schema === undefined) return [];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "object":
      return Object.entries(def.shape).flatMap(([key, inner]) => [
        nameOf([...at, key]),
        ...fieldsOf(inner, [...at, key]),
      ]);
    case "array":
      return fieldsOf(def.element, [...at, 0]);
    case "optional":
    case "nullable":
    case "default":
    case "prefault":
      return fieldsOf(def.innerType, at);
    case "union":
      return def.options.flatMap((option) => fieldsOf(option, at));
    case "pipe":
      return [...fieldsOf(def.in, at), ...fieldsOf(def.out, at)];
    default:
      return [];
  }
}

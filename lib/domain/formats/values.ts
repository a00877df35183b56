/** What a parser gave for a table or an object. Keys are its own: none of them reaches a prototype. */
export type Values = Readonly<Record<string, unknown>>;

export const isTable = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** An object of JSON; null for any other text. */
export function readTable(text: string): Values | null {
  try {
    const value: unknown = JSON.parse(text);
    return isTable(value) ? value : null;
  } catch {
    return null;
  }
}

export const ownValue = (table: Values, key: string): unknown =>
  Object.hasOwn(table, key) ? table[key] : undefined;

export const ownTable = (table: Values, key: string): Values | null => {
  const value = ownValue(table, key);
  return isTable(value) ? value : null;
};

export type Path = readonly (string | number)[];

const shown = (key: string) => (key.length > 200 ? `${key.slice(0, 199)}…` : key);

/** A place as the file's own languages write it: `auths."harbor.corp".auth`, `registry-mirrors[0]`. */
export function pathText(path: Path): string {
  const parts = path.map((part, at) => {
    if (typeof part === "number") return `[${part}]`;
    const key = /^[A-Za-z0-9_-]+$/.test(part) ? part : JSON.stringify(part);
    return `${at === 0 ? "" : "."}${shown(key)}`;
  });
  return parts.join("");
}

const withControls = /[\p{Cc}\p{Surrogate}]/u;

/** Text that a definition can hold on one line. */
export const isLine = (value: string, max = 4096): boolean =>
  value.length <= max && !withControls.test(value);

const withForbidden = /(?![\t\n\r])[\p{Cc}\p{Surrogate}]/u;

export const isText = (value: string, max = 16384): boolean =>
  value.length <= max && !withForbidden.test(value);

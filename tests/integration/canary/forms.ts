/** A text inside of a longer one that is base64 as a whole: the signs that depend on nothing around it, at each offset. */
const inBase64 = (bytes: Buffer, encoding: "base64" | "base64url"): string[] =>
  [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString(encoding)
      .replace(/=+$/, "");
    const start = Math.ceil((offset * 8) / 6);
    const end = Math.floor(((offset + bytes.length) * 8) / 6);
    return text.slice(start, end);
  });

const asJson = (text: string) => JSON.stringify(text).slice(1, -1);
const inAscii = (text: string) =>
  asJson(text).replace(/[^\0-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

const encoded = (text: string): Record<string, string> => {
  const bytes = Buffer.from(text, "utf8");
  return {
    raw: text,
    url: encodeURIComponent(text),
    form: new URLSearchParams({ "": text }).toString().slice(1),
    hex: bytes.toString("hex"),
    "large hex": bytes.toString("hex").toUpperCase(),
    "utf-16": text.split("").join("\0"),
    ...Object.fromEntries(inBase64(bytes, "base64").map((part, at) => [`base64 at ${at}`, part])),
    ...Object.fromEntries(inBase64(bytes, "base64url").map((part, at) => [`base64url at ${at}`, part])),
  };
};

/** Its longest run of letters and digits, which every way to escape leaves as it is; nothing where that is no secret. */
function coreOf(secret: string): string | undefined {
  const runs = secret.match(/[A-Za-z0-9]+/g) ?? [];
  const longest = runs.toSorted((one, other) => other.length - one.length)[0];
  return longest && longest.length >= 16 ? longest : undefined;
}

/** How a secret may look where it leaked, as bytes of UTF-8 read as latin1. */
export function formsOf(secret: string): Readonly<Record<string, string>> {
  const core = coreOf(secret);
  const texts = {
    "": secret,
    "json as ": asJson(secret),
    "json twice as ": asJson(asJson(secret)),
    "ascii json as ": inAscii(secret),
    ...(core !== undefined && { "part as ": core }),
  };
  return Object.fromEntries(
    Object.entries(texts).flatMap(([prefix, text]) =>
      Object.entries(encoded(text)).map(([form, each]) => [
        `${prefix}${form}`,
        Buffer.from(each, "utf8").toString("latin1"),
      ]),
    ),
  );
}

/** What was kept to be searched: where it was found, and its bytes as latin1. */
export type Trace = { where: string; text: string };
export type Secrets = ReadonlyMap<string, string>;

export const traceOf = (where: string, text: string): Trace => ({
  where,
  text: Buffer.from(text, "utf8").toString("latin1"),
});

/** Each secret that stands in a trace, in whichever form; never the secret itself. */
export function findLeaks(traces: readonly Trace[], secrets: Secrets): string[] {
  const searched = [...secrets].map(([name, secret]) => [name, Object.entries(formsOf(secret))] as const);
  return traces.flatMap(({ where, text }) =>
    searched.flatMap(([name, forms]) => {
      const form = forms.find(([, each]) => text.includes(each))?.[0];
      return form === undefined ? [] : [`${name} (${form}) in ${where}`];
    }),
  );
}

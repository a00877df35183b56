import { nameOf, placesOf, valueAt, withValue } from "./places";
import type { Asked } from "./send";
import { halves, keys, others, texts } from "./values";

/**
 * One value put into one place of a valid request. What is taken of a text, or of a key, must be found again. Neighbours
 * have other lots, in a place and from one place to the next, so that a share of them takes all values in turn.
 */
export type Case = {
  place: string;
  value: string;
  sent: string | null;
  lot: number;
  put: (asked: Asked) => Asked;
};

const textCases = Object.entries(texts);
const bodyCases = [...textCases, ...Object.entries(halves), ...Object.entries(others)];
const unexpected = "one";

/** Each place of a body with each value in turn, and each record with keys that it does not expect. */
export function casesOfBody(body: unknown): Case[] {
  return placesOf(body).flatMap((place, row) => {
    const found = valueAt(body, place);
    const isRecord = found instanceof Object && !Array.isArray(found);
    const named = isRecord ? keys.map((key) => [`key ${key.slice(0, 20)}`, key] as const) : [];
    const put = (at: typeof place, sent: unknown) => (asked: Asked) => ({
      ...asked,
      body: withValue(asked.body, at, sent),
    });
    const cases = [
      ...bodyCases.map(([value, sent]) => ({
        ...{ place: nameOf(place), value, sent: typeof sent === "string" ? sent : null },
        put: put(place, sent),
      })),
      ...named.map(([value, key]) => ({
        ...{ place: nameOf(place), value, sent: key },
        put: put([...place, key], unexpected),
      })),
    ];
    return cases.map((each, column) => ({ ...each, lot: row + column }));
  });
}

/** Each part of a query or a path with each text in turn. */
export const casesOfTexts = (part: "query" | "params", names: readonly string[]): Case[] =>
  names.flatMap((name) =>
    textCases.map(([value, sent]) => ({
      ...{ place: `${part} ${name}`, value, sent: null, lot: 0 },
      put: (asked: Asked) => ({ ...asked, [part]: { ...asked[part], [name]: sent } }),
    })),
  );

import type { Endpoint, Mirror, Rewrite } from "../schema";
import type { Decisions } from "./conflict";
import { ask, entryQuestions, extraKind, mergeNote, type Place, smallKind } from "./entry";
import { bareMirror, only } from "./excerpt";
import { type ListKind, mergeList, mergeOptional } from "./lists";
import { mapSides, pick, type Sides } from "./sides";

export const mirrorKind = (decisions: Decisions): ListKind<Mirror> => ({
  keyOf,
  restOf: (mirror) => ({ ...mirror, name: "" }),
  merge: (sides) => mergeMirror(sides, decisions),
  ...entryQuestions<Mirror>(decisions, {
    kind: "mirror",
    keyOf,
    excerptOf: (mirrors) => only({ mirrors: [...mirrors] }),
    bare: ({ name }) => ({ ...bareMirror, name }),
  }),
});

const keyOf = ({ name }: Mirror) => name;

function mergeMirror(sides: Sides<Mirror>, decisions: Decisions): Mirror {
  const { name: old } = sides.base;
  const place: Place<Partial<Mirror>> = {
    decisions,
    subject: { kind: "mirror", name: old },
    excerpt: (part) => only({ mirrors: [{ ...bareMirror, name: old, ...part }] }),
  };
  const names = mapSides(sides, ({ name }) => name);
  return {
    name: pick(names, () => ask(place, { part: "name", values: names }, (name) => ({ name }))),
    note: mergeNote(place, sides),
    endpoints: mergeOptional(
      mapSides(sides, ({ endpoints }) => endpoints),
      endpointKind(place),
    ),
    rewrites: mergeOptional(
      mapSides(sides, ({ rewrites }) => rewrites),
      rewriteKind(place),
    ),
    extras: mergeList(
      mapSides(sides, ({ extras }) => extras),
      extraKind(place),
    ),
  };
}

const endpointKind = (place: Place<{ endpoints: Endpoint[] }>) =>
  smallKind<{ endpoints: Endpoint[] }, Endpoint>(place, "endpoint", {
    keyOf: ({ url }) => url,
    restOf: ({ note }) => note,
    hold: (endpoints) => ({ endpoints }),
  });

const rewriteKind = (place: Place<{ rewrites: Rewrite[] }>) =>
  smallKind<{ rewrites: Rewrite[] }, Rewrite>(place, "rewrite", {
    keyOf: ({ pattern }) => pattern,
    restOf: ({ replacement, note }) => [replacement, note],
    hold: (rewrites) => ({ rewrites }),
  });

import { expect, it } from "vitest";
import { splitAfterKey, toSplit } from "@/lib/client/split-position";

it.each([
  [undefined, 46],
  ["60", 60],
  ["3", 25],
  ["999", 75],
  ["-1", 46],
  ["46; Path=/", 46],
  ["", 46],
])("takes the position %j as %d", (kept, position) => expect(toSplit(kept)).toBe(position));

it.each([
  ["ArrowLeft", 46, 44],
  ["ArrowRight", 46, 48],
  ["ArrowLeft", 26, 25],
  ["ArrowRight", 75, 75],
  ["Home", 46, 25],
  ["End", 46, 75],
  ["a", 46, null],
])("%s moves %d to %j", (key, from, to) => expect(splitAfterKey(key, from)).toBe(to));

import { expect, it } from "vitest";
import { mostChecked, toBatches } from "@/lib/domain/drift/batches";

it.each([
  [0, []],
  [1, [1]],
  [mostChecked, [mostChecked]],
  [mostChecked + 1, [mostChecked, 1]],
])("%i nodes are checked in as few requests as they take", (count, sizes) => {
  const nodes = Array.from({ length: count }, (_, index) => index);
  expect(toBatches(nodes).map(({ length }) => length)).toEqual(sizes);
  expect(toBatches(nodes).flat()).toEqual(nodes);
});

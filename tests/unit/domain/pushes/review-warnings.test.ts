import { expect, it } from "vitest";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import { reviewWarnings, warningsOf } from "@/lib/domain/pushes/review";
import english from "@/lib/i18n/en/pushes.json";

const well = {
  rancherManaged: false,
  lookAlikes: [],
  userTemplates: [],
  ready: true,
} as unknown as NodeFacts;

it.each<[Partial<NodeFacts>, unknown]>([
  [{}, []],
  [{ volatile: false, clockAhead: 29_400 }, []],
  [{ volatile: true }, [{ code: "volatile", params: {} }]],
  [
    { nextSnapshot: { running: 4, next: 5 } },
    [{ code: "snapshot-pending", params: { running: "4", next: "5" } }],
  ],
  [{ clockAhead: 30_000 }, [{ code: "clock", params: { seconds: "30" } }]],
  [{ clockAhead: -3_600_000 }, [{ code: "clock", params: { seconds: "3600" } }]],
])("facts %o warn of %o", (facts, warnings) => {
  expect(warningsOf({ ...well, ...facts })).toEqual(warnings);
});

it("each warning has a sentence, and none is left over", () => {
  expect(Object.keys(english.review.warnings).sort()).toEqual([...reviewWarnings].sort());
});

import { expect, it } from "vitest";
import type { TemplateDigests } from "@/lib/domain/pushes/held";
import { planTemplates } from "@/lib/domain/pushes/template-plan";

const name = "config-v3.toml.tmpl" as const;
const digests = (digest: string | null): TemplateDigests => new Map(digest === null ? [] : [[name, digest]]);
const plan = (there: string | null, goal: string | null, left: string | null) =>
  planTemplates({ present: digests(there), wanted: digests(goal), left: digests(left) });
const step = (action: "write" | "remove" | "keep", foreign = false) => [{ name, action, foreign }];

it.each<[string, ReturnType<typeof plan>, ReturnType<typeof plan>]>([
  ["writes where there is none", plan(null, "new", null), step("write")],
  ["writes again what somebody took away", plan(null, "new", "old"), step("write")],
  ["keeps what is right already, whoever wrote it", plan("new", "new", null), step("keep")],
  ["replaces its own without asking", plan("old", "new", "old"), step("write")],
  ["asks before it replaces another one", plan("hand", "new", "old"), step("write", true)],
  ["asks before it replaces the first one", plan("hand", "new", null), step("write", true)],
  ["takes its own away", plan("old", null, "old"), step("remove")],
  ["leaves what was edited since", plan("hand", null, "old"), []],
  ["leaves what it never wrote", plan("hand", null, null), []],
  ["has nothing to do without any", plan(null, null, "old"), []],
])("%s", (_name, planned, steps) => {
  expect(planned).toEqual(steps);
});

it("tells templates apart by their names", () => {
  const present = new Map([["config.toml.tmpl", "old"] as const]);
  expect(planTemplates({ present, wanted: digests("old"), left: present })).toEqual([
    { name: "config.toml.tmpl", action: "remove", foreign: false },
    { name, action: "write", foreign: false },
  ]);
});

import { describe, expect, it } from "vitest";
import { newestFirst, toDraft } from "@/lib/domain/configurations/draft";
import { isOver } from "@/lib/domain/configurations/draft-age";
import { readDraft } from "@/lib/domain/configurations/read-draft";
import { define, host, mirror, text } from "@/tests/support/definitions";

const base = define({});
const definition = define({
  mirrors: [mirror("docker.io", "https://a.corp")],
  registryHosts: [host("a.corp", { password: text("canary") })],
});
const work = { definition, base, baseNumber: 8, name: "all", message: "why", isPartial: false, savedAt: 5 };

describe("a draft", () => {
  it("comes back as it was kept, without what was typed in secret", () => {
    const draft = toDraft(work);
    expect(JSON.stringify(draft)).not.toContain("canary");
    expect(readDraft(structuredClone(draft))).toEqual(draft);
  });

  it("may hold what is not finished and could not be saved", () => {
    const begun = define({
      mirrors: [mirror("")],
      registryHosts: [host("", { password: { kind: "secret", slug: "" } })],
    });
    expect(readDraft(toDraft({ ...work, definition: begun }))?.definition).toEqual(begun);
  });

  it.each([
    null,
    "text",
    {},
    { ...toDraft(work), version: 2 },
    { ...toDraft(work), definition: null },
    { ...toDraft(work), definition: { ...definition, mirrors: [{ name: "x" }] } },
    { ...toDraft(work), definition: { ...definition, later: true } },
    { ...toDraft(work), definition: { ...definition, mirrors: "x" } },
    { ...toDraft(work), savedAt: "today" },
  ])("is not read from what is none: %#", (value) => {
    expect(readDraft(value)).toBeNull();
  });

  it("ends after 30 days", () => {
    const days = (count: number) => count * 24 * 60 * 60 * 1000;
    expect(isOver(0, days(30))).toBe(false);
    expect(isOver(0, days(30) + 1)).toBe(true);
  });

  it("is offered before older ones", () => {
    const kept = [3, 9, 5].map((savedAt) => ({ draft: { ...toDraft(work), savedAt } }));
    expect(newestFirst(kept).map(({ draft }) => draft.savedAt)).toEqual([9, 5, 3]);
  });
});

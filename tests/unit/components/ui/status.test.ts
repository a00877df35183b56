import { describe, expect, it } from "vitest";
import { statusLooks } from "@/components/ui/status";
import english from "@/lib/i18n/en/common.json";
import chinese from "@/lib/i18n/zh-CN/common.json";

const names = Object.keys(statusLooks);
// "In sync" and "succeeded" are one state in two places.
const oneState = new Set(["inSync", "succeeded"]);

describe("the statuses", () => {
  it.each([english, chinese])("have a word each in both languages", (catalogue) => {
    expect(Object.keys(catalogue.status).toSorted()).toEqual(names.toSorted());
  });

  it("have a shape each, so that none is told apart by colour alone", () => {
    const others = Object.entries(statusLooks).filter(([name]) => !oneState.has(name));
    expect(new Set(others.map(([, look]) => look.shape)).size).toBe(others.length);
    expect(others.some(([, look]) => look.shape === statusLooks.succeeded.shape)).toBe(false);
  });

  it("are green only when all is well", () => {
    const green = Object.entries(statusLooks).filter(([, look]) => look.tone === "ok");
    expect(green.map(([name]) => name)).toEqual(["inSync", "succeeded"]);
  });
});

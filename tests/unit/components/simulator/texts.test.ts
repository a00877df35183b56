import { describe, expect, it } from "vitest";
import { assumptions } from "@/lib/domain/registries/explain/explanation";
import { referenceFaultCodes } from "@/lib/domain/registries/reference-fault";
import english from "@/lib/i18n/en/simulator.json";
import chinese from "@/lib/i18n/zh-CN/simulator.json";

describe.each([english, chinese])("the texts of the simulator", (texts) => {
  it("say each fault of a name", () => {
    expect(Object.keys(texts.image.fault)).toEqual(expect.arrayContaining([...referenceFaultCodes]));
  });

  it("offer each answer that can be assumed", () => {
    expect(Object.keys(texts.attempts.assumption).toSorted()).toEqual([...assumptions].toSorted());
  });
});

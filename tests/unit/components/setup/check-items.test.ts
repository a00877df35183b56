import { describe, expect, it } from "vitest";
import { toCheckItems } from "@/components/setup/check-items";

const well = { version: "0.1.0", database: "ok", secrets: "ready", clockSkew: 0 } as const;
const statuses = (health: Parameters<typeof toCheckItems>[0]) =>
  toCheckItems(health).map(({ status }) => status);

describe("the system check", () => {
  it("is content with a system that is well", () => {
    expect(statuses(well)).toEqual(["succeeded", "succeeded", "succeeded"]);
  });

  it.each(["key-missing", "key-wrong"] as const)("says how to repair %s", (secrets) => {
    const [item] = toCheckItems({ ...well, secrets });
    expect(item).toMatchObject({ status: "failed", fix: expect.any(String) });
  });

  it.each([
    [-31, "warning"],
    [-30, "succeeded"],
    [30, "succeeded"],
    [31, "warning"],
    [null, "notChecked"],
  ] as const)("judges a clock that is %s s ahead as %s", (clockSkew, status) => {
    expect(statuses({ ...well, clockSkew })[2]).toBe(status);
  });
});

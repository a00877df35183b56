import { describe, expect, it } from "vitest";
import { inLocalTime } from "@/components/fields/local-time";

const params = { time: "2026-11-29 18:00 UTC", until: "2026-11-29T18:00:00.000Z", by: "tom" };

describe("a refusal that tells a time", () => {
  it.each(["en", "zh-CN"])("tells the reader's own on a page in %s", (locale) => {
    const own = new Date(params.until).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
    const told = inLocalTime({ message: "Locked until 2026-11-29 18:00 UTC by tom.", params }, locale);
    expect(told).toBe(`Locked until ${own} by tom.`);
    expect(told).not.toContain("UTC");
  });

  it("stays as it is without one", () => {
    for (const error of [
      { message: "Locked by tom.", params },
      { message: "Try again in 3 s.", params: { seconds: 3 } },
    ])
      expect(inLocalTime(error, "en")).toBe(error.message);
  });
});

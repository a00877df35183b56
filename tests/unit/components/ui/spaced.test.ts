import { expect, it } from "vitest";
import { spaced } from "@/components/ui/spaced";

const relative = (locale: string, count: number) =>
  spaced(new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(count, "minute"));

it("sets figures apart from Chinese characters, and leaves other texts as they are", () => {
  expect(relative("zh-CN", -12)).toBe("12 分钟前");
  expect(relative("en", -12)).toBe("12 minutes ago");
  expect(spaced("昨天")).toBe("昨天");
});

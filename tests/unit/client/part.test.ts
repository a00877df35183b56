import { describe, expect, test } from "vitest";
import { part } from "@/lib/client/part";

/** Counts how often it was asked for, and fails the first times. */
function source(failures: number) {
  const asked = { times: 0 };
  const fetch = async () => {
    asked.times += 1;
    if (asked.times <= failures) throw new Error("offline");
    return "code";
  };
  return { asked, own: part(fetch) };
}

describe("a part", () => {
  test("is fetched once, however many ask", async () => {
    const { asked, own } = source(0);
    expect(own.peek()).toBeUndefined();
    expect(await Promise.all([own.load(), own.load()])).toEqual(["code", "code"]);
    expect(await own.load()).toBe("code");
    expect(own.peek()).toBe("code");
    expect(asked.times).toBe(1);
  });

  test("is fetched anew after it could not be", async () => {
    const { asked, own } = source(1);
    await expect(own.load()).rejects.toThrow("offline");
    expect(own.peek()).toBeUndefined();
    expect(await own.load()).toBe("code");
    expect(asked.times).toBe(2);
  });

  test("tells those who wait for it, and nobody who left", async () => {
    const { own } = source(0);
    const heard: string[] = [];
    own.subscribe(() => heard.push("stays"));
    const leave = own.subscribe(() => heard.push("leaves"));
    leave();
    await own.load();
    expect(heard).toEqual(["stays"]);
  });
});

import { describe, expect, it } from "vitest";
import { sudoersLine } from "@/lib/domain/nodes/sudoers";

describe("the line for sudoers", () => {
  it.each(["ops", "_svc", "first.last-2", "Ops"])("names the plain user %j", (user) => {
    expect(sudoersLine({ code: "not-root", params: { user } })).toBe(`${user} ALL=(ALL) NOPASSWD: ALL`);
    expect(sudoersLine({ code: "sudo-needs-terminal", params: { user } })).toBe(
      `Defaults:${user} !requiretty`,
    );
  });

  it.each(["", "ALL", "%wheel", "#1000", "a,b", "a b", "ops@srv-1", "x ALL=(ALL) ALL\ny", "ops\n"])(
    "is not made for %j",
    (user) => {
      expect(sudoersLine({ code: "not-root", params: { user } })).toBeNull();
    },
  );
});

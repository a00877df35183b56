import { describe, expect, it } from "vitest";
import { harmless, printable, withoutLogin, withoutLogins } from "@/lib/cli/printable";

describe("text for a terminal", () => {
  it.each([
    ["docker.io/镜像 ok", "docker.io/镜像 ok"],
    ["a\u001b[2Jb", "a\\u{001b}[2Jb"],
    ["a\u202egpj", "a\\u{202e}gpj"],
    ["a\r\n  b", "a b"],
    ["\u0007\u009b", "\\u{0007}\\u{009b}"],
    ["\ud800", "\\u{d800}"],
  ])("%j stands on one line and obeys nobody", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it("keeps the lines and tabs of a file", () => {
    expect(harmless("a\n\tb\u001b\r\n")).toBe("a\n\tb\\u{001b}\\u{000d}\n");
  });

  it("shows no login of a URL in a sentence", () => {
    const sentence = "Same as endpoint 1 (https://me:hunter2@h.corp/v2). Write http://me@a or mail a@b.";
    expect(withoutLogins(sentence)).toBe(
      "Same as endpoint 1 (https://•••@h.corp/v2). Write http://•••@a or mail a@b.",
    );
  });

  it.each([
    ["https://me:hunter2@h.corp/v2", "https://•••@h.corp/v2"],
    ["https://h.corp/v2/@x", "https://h.corp/v2/@x"],
    ["h.corp", "h.corp"],
  ])("%s shows no login", (url, shown) => {
    expect(withoutLogin(url)).toBe(shown);
  });
});

import { expect, it } from "vitest";
import { redactText } from "@/lib/domain/redact-text";
import { hashToken, isTokenText, makeTokenText } from "@/lib/server/auth/token-text";

const made = Array.from({ length: 200 }, makeTokenText);

it("makes texts of one shape, each another one", () => {
  for (const text of made) expect(text).toMatch(/^pp_[0-9A-Za-z]{49}$/);
  expect(new Set(made).size).toBe(made.length);
  // Each digit comes up: 200 times 43 draws of 62.
  expect(new Set(made.join("")).size).toBe(62 + 1);
});

it("knows its own, and a typing error at any place", () => {
  const [text = ""] = made;
  expect(made.every(isTokenText)).toBe(true);
  for (let at = 0; at < text.length; at += 1) {
    const other = text[at] === "x" ? "y" : "x";
    expect(isTokenText(text.slice(0, at) + other + text.slice(at + 1))).toBe(false);
  }
  for (const wrong of ["", "pp_", text.slice(0, -1), `${text}x`, ` ${text}`, `${text}\n`])
    expect(isTokenText(wrong)).toBe(false);
});

it("keeps the check digits of what was given out before", () => {
  // Whatever changes here would make every token that people hold worthless.
  expect(isTokenText(`pp_${"0".repeat(43)}1peBC2`)).toBe(true);
  expect(hashToken("pp_")).toBe("b1726a2b4a1e0dc64a5965bd19fdc0a9dd65ef0a2cf296aee9d765d7a7f8f4cb");
});

it.each(["%s", "used %s twice", "x=%s", "/a?token=%s&b", '{"a":"%s"}'])(
  "is taken out of the text %s",
  (text) => {
    const [token = ""] = made;
    expect(redactText(text.replace("%s", token))).not.toContain(token.slice(3));
  },
);

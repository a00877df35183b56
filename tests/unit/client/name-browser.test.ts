import { expect, it } from "vitest";
import { nameBrowser } from "@/lib/client/name-browser";

const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";

it.each([
  [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webkit} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
    "Edge, Windows",
  ],
  [`Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/140.0.0.0 Safari/537.36`, "Chrome, Linux"],
  [`Mozilla/5.0 (Linux; Android 14) ${webkit} Chrome/140.0.0.0 Mobile Safari/537.36`, "Chrome, Android"],
  ["Mozilla/5.0 (Macintosh; Intel Mac OS X 14.0; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox, macOS"],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1",
    "Safari, iOS",
  ],
  ["curl/8.5.0", "curl"],
  ["nonsense", undefined],
  [null, undefined],
])("names %s", (userAgent, name) => {
  expect(nameBrowser(userAgent)).toBe(name);
});

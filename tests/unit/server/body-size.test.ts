import { expect, it } from "vitest";
import type { Definition, Mirror } from "@/lib/domain/registries/schema";
import { definitionBytes } from "@/lib/server/configurations/size";
import config from "@/next.config.js";

const mirror = (at: number): Mirror => ({
  name: `registry-${at}.example.corp:5000`,
  note: "",
  endpoints: ["a", "b"].map((host) => ({
    url: `https://mirror-${host}.example.corp/v2/proxy-${at}`,
    note: "",
  })),
  rewrites: [{ pattern: "^library/(.*)", replacement: `proxy-${at}/library/$1`, note: "" }],
  extras: [],
});

it("takes a definition of 20,000 mirrors", () => {
  const mirrors = Array.from({ length: 20_000 }, (_, at) => mirror(at));
  const definition: Partial<Definition> = { mirrors };
  expect(Buffer.byteLength(JSON.stringify({ baseNumber: 1, definition }))).toBeLessThan(definitionBytes);
});

it("refuses a body before Next would hand over a cut one", () => {
  expect(config.experimental?.proxyClientMaxBodySize).toBeGreaterThan(definitionBytes);
});

it("leaves no image optimizer open to strangers", () => {
  expect(config.images?.unoptimized).toBe(true);
});

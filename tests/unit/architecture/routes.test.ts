import { describe, expect, it } from "vitest";
import { apis, pages } from "@/lib/domain/paths";
import { readTree, select } from "./tree";

const tree = readTree();

/** `app/(console)/nodes/[id]/page.tsx` and a URL made with the value x both become `/nodes/x`. */
const urlOf = (file: string) =>
  `/${file
    .replace(/^app\//, "")
    .replace(/\([a-z-]+\)\//g, "")
    .replace(/\[[a-zA-Z]+\]/g, "x")
    .replace(/\/?(page|route)\.tsx?$/, "")}`;

const filesAt = (pattern: RegExp) =>
  select(tree, pattern)
    .map(([path]) => path)
    .filter((path) => !path.includes("[..."))
    .map(urlOf)
    .toSorted();

const pathsOf = (paths: Record<string, (value: string) => string>) =>
  [...new Set(Object.values(paths).map((path) => path("x").replace(/\?.*$/, "")))].toSorted();

describe("the URLs of lib/domain/paths", () => {
  it("name each route of the API, and each has its file", () => {
    expect(filesAt(/^app\/api\/.*\/route\.ts$/)).toEqual(pathsOf(apis));
  });

  it("name each page, and each has its file", () => {
    const files = filesAt(/^app\/.*page\.tsx$/).map((url) => url.replace(/^\/settings\/.*/, "/settings/x"));
    expect([...new Set(files)]).toEqual(pathsOf(pages));
  });

  it.each([
    ["app/(console)/nodes/[id]/page.tsx", "/nodes/x"],
    ["app/page.tsx", "/"],
    ["app/(console)/page.tsx", "/"],
    ["app/api/v1/configurations/[id]/registries.yaml/route.ts", "/api/v1/configurations/x/registries.yaml"],
  ])("are what %s serves", (file, url) => {
    expect(urlOf(file)).toBe(url);
  });
});

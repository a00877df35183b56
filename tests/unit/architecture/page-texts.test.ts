import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import {
  everywhere,
  inSection,
  inTheFrame,
  onPage,
  type Section,
  type SinglePage,
  sections,
  singlePages,
} from "@/app/message-parts";
import { namespacesOf } from "./page-texts";
import { readTree, select } from "./tree";

const tree = readTree();
const pages = select(tree, /^app\/.*(page|layout|error|not-found)\.tsx$/).map(([path]) => path);

const sectionNames = Object.keys(sections) as Section[];
const namesOf = (section: Section): readonly string[] => sections[section];

const folderOf = (page: SinglePage) => `app/(console)/${page}`;

/** What a page gets: by itself, by its section in the console, by the frame, or by the layout of everything. */
function choiceOf(path: string) {
  const [, section = ""] = /^app\/\(console\)\/([a-z]+)\//.exec(path) ?? [];
  const single = (Object.keys(singlePages) as SinglePage[]).find((page) => folderOf(page) === dirname(path));
  if (single) return (name: string) => inSection(section as Section)(name) || onPage(single)(name);
  if (section) return inSection(section as Section);
  return path.startsWith("app/(console)/") ? inTheFrame : everywhere;
}

describe("the texts of a page", () => {
  it("are looked for on every page there is", () => {
    expect(pages.length).toBeGreaterThan(25);
    expect(namespacesOf(tree, "app/login/page.tsx")).toContain("login");
  });

  it.each(pages)("%s: all reach the browser", (path) => {
    const choice = choiceOf(path);
    expect(namespacesOf(tree, path).filter((namespace) => !choice(namespace))).toEqual([]);
  });

  it.each(sectionNames)("%s: none is sent that nobody asks for", (section) => {
    const own = pages.filter((path) => path.startsWith(`app/(console)/${section}/`));
    const asked = new Set(own.flatMap((path) => namespacesOf(tree, path)));
    expect(namesOf(section).filter((name) => !asked.has(name))).toEqual([]);
  });

  it.each(Object.keys(singlePages) as SinglePage[])("%s: its own are asked for there alone", (page) => {
    const askedBy = (path: string) =>
      singlePages[page].filter((name) => namespacesOf(tree, path).includes(name));
    const [section = ""] = page.split("/");
    const others = pages.filter(
      (path) => path.startsWith(`app/(console)/${section}/`) && dirname(path) !== folderOf(page),
    );
    expect(askedBy(`${folderOf(page)}/page.tsx`)).toEqual(singlePages[page]);
    expect(others.flatMap(askedBy)).toEqual([]);
  });

  it("are missed where a part of a part asks for more", () => {
    const small = new Map([
      ["app/x/page.tsx", 'import { A } from "@/components/a"; useTranslations("server")'],
      ["components/a.tsx", '"use client";\nimport("./b"); useTranslations("common.status");'],
      ["components/b.tsx", 'useTranslations("secret")'],
    ]);
    expect(namespacesOf(small, "app/x/page.tsx")).toEqual(["common", "secret"]);
  });
});

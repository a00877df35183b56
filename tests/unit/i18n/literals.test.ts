import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findLiterals } from "./literals";

const files = execFileSync("git", ["ls-files", "-z", "app", "components"], { encoding: "utf8" })
  .split("\0")
  .filter((path) => path.endsWith(".tsx") && existsSync(path));

describe("the source of pages and components", () => {
  it("is looked at", () => {
    expect(files.length).toBeGreaterThan(50);
  });

  it("holds no words for people: those are in the catalogues", () => {
    const found = files.flatMap((path) =>
      findLiterals(readFileSync(path, "utf8")).map(({ line, text }) => `${path}:${line}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});

describe("the search for words", () => {
  it.each([
    ["<p>Save changes</p>", "Save changes"],
    ["<p>\n  Save changes\n</p>", "Save changes"],
    ["<p>Hello {name}</p>", "Hello"],
    ["<b>{name}</b> is gone\n<br />", "is gone"],
    ['<p>{"Save changes"}</p>', "Save changes"],
    ['<button aria-label="Close">', "Close"],
    ['<input placeholder="Your name" />', "Your name"],
    ["<img alt={`Picture of it`} />", "Picture of it"],
    ['<Banner title={"Failed"} />', "Failed"],
    ["const words = ok ? t('a') : '失败';", "失败"],
  ])("finds them in %s", (source, text) => {
    expect(findLiterals(source).map((literal) => literal.text)).toContain(text);
  });

  it.each([
    ["<p>{t('save')}</p>"],
    ['<input placeholder="registry.corp:5000" />'],
    ["const list: Column<Row>[] = make<Row>(rows);"],
    ["function run<Form extends FieldValues>({ form }: Props<Form>) {"],
    ["function show(rows: Column<Row>[], now: Column<Row>) {"],
    ["const run = (save: () => Promise<boolean>, stop: () => Promise<void>) => null;"],
    ["const mark = total > 1 ? null : <Mark />;"],
    ["// <p>Save changes</p>"],
    ["<p>#{number}</p>"],
    ["if (a > b && b < c) { run(); }"],
  ])("leaves %s alone", (source) => {
    expect(findLiterals(source)).toEqual([]);
  });
});

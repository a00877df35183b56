import { describe, expect, it } from "vitest";
import { loadMessages } from "@/lib/i18n/messages";
import { listFiles, readCatalogue } from "./catalogues";
import { readMessage, tagsOf } from "./icu";

const english = readCatalogue("en");
const chinese = readCatalogue("zh-CN");
const keys = [...english.keys()];

const unique = (list: string[]) => [...new Set(list)].toSorted();
const textOf = (catalogue: typeof english, key: string) => catalogue.get(key) ?? "";
const namesIn = (text: string) =>
  unique(readMessage(text).placeholders.map((name) => name.replace(/:.*/, "")));

/** A plural that shows no number serves the grammar alone, which Chinese does not need. */
const needed = (text: string) =>
  namesIn(text).filter(
    (name) => text.includes("#") || !readMessage(text).placeholders.includes(`${name}:plural`),
  );

describe("the catalogues", () => {
  it.each(["en", "zh-CN"] as const)("of %s are all loaded", async (locale) => {
    const loaded = Object.keys(await loadMessages(locale)).map((name) => `${name}.json`);
    expect(loaded.toSorted()).toEqual(listFiles(locale));
  });

  it("have the same keys in both languages", () => {
    expect([...chinese.keys()].toSorted()).toEqual(keys.toSorted());
  });

  it("have no empty text", () => {
    expect([...english, ...chinese].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("have the same placeholders in both languages", () => {
    const different = keys.filter((key) => {
      const found = namesIn(textOf(chinese, key));
      const offered = namesIn(textOf(english, key));
      return (
        !found.every((name) => offered.includes(name)) ||
        !needed(textOf(english, key)).every((name) => found.includes(name))
      );
    });
    expect(different).toEqual([]);
  });

  it("have the same tags in both languages", () => {
    const different = keys.filter(
      (key) => tagsOf(textOf(english, key)).join() !== tagsOf(textOf(chinese, key)).join(),
    );
    expect(different).toEqual([]);
  });

  it("give each plural the forms its language has", () => {
    const lacking = (catalogue: typeof english, forms: string[]) =>
      [...catalogue].filter(([, text]) => {
        const { placeholders: found, categories } = readMessage(text);
        return (
          found.some((name) => name.endsWith(":plural")) && !forms.every((form) => categories.includes(form))
        );
      });
    expect(lacking(english, ["one", "other"])).toEqual([]);
    expect(lacking(chinese, ["other"])).toEqual([]);
  });
});

describe("the reader of messages", () => {
  it("finds placeholders inside of plurals", () => {
    const {
      words,
      placeholders: found,
      categories,
    } = readMessage("{count, plural, =0 {none} one {# of {total, number}} other {# left}}, {name}");
    expect(found).toEqual(["count:plural", "total:number", "name"]);
    expect(categories).toEqual(["=0", "one", "other"]);
    expect(words).toContain("none");
  });

  it("refuses braces that do not close", () => {
    expect(() => readMessage("{count, plural, other {#}")).toThrow("Unbalanced");
  });
});

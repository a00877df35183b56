import { describe, expect, it } from "vitest";
import { readCatalogue } from "./catalogues";
import { brokenRules, rules } from "./wording-rules";

const english = readCatalogue("en");
const chinese = readCatalogue("zh-CN");

describe("the wording", () => {
  it("keeps to the rules of both languages", () => {
    const broken = [...english].flatMap(([key, text]) => {
      const pair = { english: text, chinese: chinese.get(key) ?? "" };
      return brokenRules(pair).map((rule) => `${key}: ${rule}: ${pair.chinese}`);
    });
    expect(broken).toEqual([]);
  });
});

const planted = [
  ["half-width punctuation after Chinese", "Failed, try again", "失败,请重试"],
  ["half-width full stop after Chinese", "Done.", "完成."],
  ["half-width punctuation before Chinese", "Failed, try again", "K3s, 请重试"],
  ["half-width parentheses around Chinese", "Nodes (3)", "节点 (3)"],
  ["您 where readers are called 你", "When you ask", "在您要求时"],
  ["straight quotes", "Choose “all”", '选择 "全部"'],
  ["a space beside full-width punctuation", "Failed. Try again", "失败。 请重试"],
  ["no space between Chinese and Latin", "Restart K3s", "重启K3s"],
  ["three dots", "Loading...", "正在加载"],
  ["an exclamation mark", "Done!", "完成"],
  ["镜像 where no image is meant", "Add a mirror", "添加镜像源，镜像"],
  ["a mirror that is not called 镜像源", "Add a mirror", "添加镜像"],
  ["回滚 for a fallback", "Falls back to the default", "回滚到默认值"],
  ["a roll back that is not called 回滚", "Rolled back", "已回退"],
  ["an endpoint that is not called 端点", "Add an endpoint", "添加地址"],
  ["a revision that is not called 版本", "Newest revision", "最新修订"],
  ["a credential that is not called 凭据", "Add a credential", "添加凭证"],
] as const;

describe("each rule of the wording", () => {
  it("has an example that breaks it", () => {
    expect(planted.map(([name]) => name)).toEqual(rules.map(({ name }) => name));
  });

  it.each(planted)("notices %s", (name, text, translation) => {
    expect(brokenRules({ english: text, chinese: translation })).toContain(name);
  });

  it.each([
    ["Wait {seconds, plural, one {# second} other {# seconds}}.", "请等待 {seconds, plural, other {# 秒}}。"],
    ["The image {name} was pulled", "已拉取镜像 {name}"],
    ["Write <code>{mirrors: \u0027{}\u0027}</code>", "写入 <code>mirrors</code>"],
  ])("leaves %s alone", (text, translation) => {
    expect(
      brokenRules({ english: text.replace(/<code>.*<\/code>/, "<code>x</code>"), chinese: translation }),
    ).toEqual([]);
  });
});

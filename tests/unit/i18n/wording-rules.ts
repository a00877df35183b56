import { readMessage } from "./icu";

export type Pair = { english: string; chinese: string };
type Rule = { name: string; breaks: (pair: Pair) => boolean };

const han = "\\p{Script=Han}";
const wide = "[，。：；？！（）、“”]";
const matcher = (pattern: string) => new RegExp(pattern, "u");

/** The words of a message without its placeholders and without what stands in code. */
const prose = (message: string) =>
  readMessage(
    message.replace(/<(\w+)><\/\1>/g, "\u0000").replace(/<(code|cmd|path|kbd|mono)>.*?<\/\1>/g, "\u0000"),
  )
    .words.join("\u0002")
    .replace(/<\/?\w+>/g, "");

const inChinese = (pattern: RegExp) => (pair: Pair) => pattern.test(prose(pair.chinese));

const saysBareImage = (chinese: string) => /镜像(?!源|仓库|站)/.test(chinese);

/** Each is a habit that Chinese readers notice at once, or a word that the glossary fixes. */
export const rules: readonly Rule[] = [
  { name: "half-width punctuation after Chinese", breaks: inChinese(matcher(`${han}[,;:!?]`)) },
  { name: "half-width full stop after Chinese", breaks: inChinese(matcher(`${han}\\.(?!\\w)`)) },
  { name: "half-width punctuation before Chinese", breaks: inChinese(matcher(`[,;!?]\\s*${han}`)) },
  {
    name: "half-width parentheses around Chinese",
    breaks: inChinese(matcher(`${han}\\s*\\((?![.^])|[^.*$]\\)\\s*${han}`)),
  },
  { name: "您 where readers are called 你", breaks: ({ chinese }) => chinese.includes("您") },
  { name: "straight quotes", breaks: inChinese(/"/) },
  { name: "a space beside full-width punctuation", breaks: inChinese(matcher(` ${wide}|${wide} `)) },
  {
    name: "no space between Chinese and Latin",
    breaks: inChinese(matcher(`${han}[A-Za-z0-9]|[A-Za-z0-9]${han}`)),
  },
  { name: "three dots", breaks: ({ english, chinese }) => /\.\.\./.test(prose(english) + prose(chinese)) },
  {
    name: "an exclamation mark",
    breaks: ({ english, chinese }) => /[!！]/.test(prose(english) + prose(chinese)),
  },
  {
    name: "镜像 where no image is meant",
    breaks: ({ english, chinese }) => saysBareImage(chinese) && !/image|repositor/i.test(english),
  },
  {
    name: "a mirror that is not called 镜像源",
    breaks: ({ english, chinese }) =>
      /\bmirrors?\b/i.test(prose(english)) && !/镜像源|镜像站|内嵌镜像仓库|mirrors?/i.test(chinese),
  },
  {
    name: "回滚 for a fallback",
    breaks: ({ english, chinese }) => /fall(s|ing)? ?back/i.test(english) && /回滚/.test(chinese),
  },
  {
    name: "a roll back that is not called 回滚",
    breaks: ({ english, chinese }) => /\broll(ed|s|ing)? ?back\b/i.test(english) && !/回滚/.test(chinese),
  },
  { name: "an endpoint that is not called 端点", breaks: termMissing(/\bendpoints?\b/i, /端点|endpoints?/) },
  {
    name: "a revision that is not called 版本",
    breaks: termMissing(/\brevisions?\b/i, /版本/),
  },
  { name: "a credential that is not called 凭据", breaks: termMissing(/\bcredentials?\b/i, /凭据/) },
];

function termMissing(english: RegExp, chinese: RegExp): Rule["breaks"] {
  return (pair) => english.test(prose(pair.english)) && !chinese.test(pair.chinese);
}

export const brokenRules = (pair: Pair): string[] =>
  rules.filter(({ breaks }) => breaks(pair)).map(({ name }) => name);

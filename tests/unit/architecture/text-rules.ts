import { select, type Tree } from "./tree";

type Catalogue = { [key: string]: string | Catalogue };

const locales = ["en", "zh-CN"];

const keysOf = (catalogue: Catalogue, prefix = ""): string[] =>
  Object.entries(catalogue).flatMap(([key, value]) =>
    typeof value === "string" ? [prefix + key] : keysOf(value, `${prefix}${key}.`),
  );

const textAt = (catalogue: Catalogue | string | undefined, [key, ...rest]: string[]): string => {
  if (key === undefined) return typeof catalogue === "string" ? catalogue : "";
  return typeof catalogue === "object" ? textAt(catalogue[key], rest) : "";
};

const catalogueKeys = (tree: Tree, locale: string, namespace: string) =>
  new Set(keysOf(JSON.parse(tree.get(`lib/i18n/${locale}/${namespace}.json`) ?? "{}")));

/** Which of these keys a language lacks, as `zh-CN: key`. */
function missingIn(tree: Tree, namespace: string, wanted: readonly string[]): string[] {
  return locales.flatMap((locale) => {
    const present = catalogueKeys(tree, locale, namespace);
    return wanted.filter((key) => !present.has(key)).map((key) => `${locale}: ${namespace}.${key}`);
  });
}

/** The reasons given to AppError: the string literals of its second argument, both arms of a condition included. */
export function errorReasons(tree: Tree): string[] {
  const found = select(tree, /^(lib\/server|app)\/.*\.tsx?$/).flatMap(([, text]) =>
    [...text.matchAll(/new AppError\(\s*"[a-z-]+",([^{);]*)/g)].flatMap(([, argument = ""]) =>
      [...argument.replace(/===\s*"[^"]*"/g, "").matchAll(/"([A-Za-z]+)"/g)].map(([, reason = ""]) => reason),
    ),
  );
  return [...new Set(found)];
}

const errorsWithoutText = (tree: Tree) => missingIn(tree, "errors", errorReasons(tree));

/** The strings of one `const name = [...] as const` list. */
export function listOf(tree: Tree, path: string, name: string): string[] {
  const list = tree.get(path)?.match(new RegExp(`const ${name} = \\[([^\\]]*)\\]`))?.[1] ?? "";
  return [...list.matchAll(/"([a-z-]+)"/g)].map(([, code = ""]) => code);
}

const outcomesFile = "lib/domain/pushes/outcomes.ts";

function endsWithoutText(tree: Tree): string[] {
  const faults = listOf(tree, outcomesFile, "faults");
  const outcomes = listOf(tree, outcomesFile, "outcomes");
  return missingIn(tree, "faults", [
    ...faults.flatMap((code) => [`${code}.headline`, `${code}.state`, `${code}.nextStep`]),
    ...outcomes.map((code) => `outcomes.${code}.word`),
  ]);
}

/** Faults and outcomes that no test names, the tests of this folder aside. */
function endsWithoutTest(tree: Tree): string[] {
  const tests = select(tree, /^tests\/(?!unit\/architecture\/).*\.ts$/)
    .map(([, text]) => text)
    .join("\n");
  const codes = ["faults", "outcomes"].flatMap((name) => listOf(tree, outcomesFile, name));
  return [...new Set(codes)].filter((code) => !tests.includes(`"${code}"`));
}

/** Keys that one language has and the other lacks, in every namespace. */
function keysInOneLanguage(tree: Tree): string[] {
  const namespaces = new Set(
    select(tree, /^lib\/i18n\/[^/]+\/.*\.json$/).map(([path]) => path.replace(/^.*\/|\.json$/g, "")),
  );
  return [...namespaces].flatMap((namespace) => {
    const keys = locales.flatMap((locale) => [...catalogueKeys(tree, locale, namespace)]);
    return missingIn(tree, namespace, [...new Set(keys)]);
  });
}

const argumentsOf = (text: string, pattern = /\{\s*(\w+)\s*[,}]/g) =>
  [...text.matchAll(pattern)].map(([, name = ""]) => name);

/** Whether two texts ask for the same values. A value that only chooses an English plural may be missing in Chinese. */
function askAlike(english: string, chinese: string): boolean {
  const needed = argumentsOf(english, /(?<!(?:zero|one|other|=\d+) )\{\s*(\w+)\s*\}/g);
  const present = argumentsOf(chinese);
  return (
    needed.every((name) => present.includes(name)) &&
    present.every((name) => argumentsOf(english).includes(name))
  );
}

/** Texts that ask for other values in one language than in the other. */
function argumentsInOneLanguage(tree: Tree): string[] {
  return select(tree, /^lib\/i18n\/en\/.*\.json$/).flatMap(([path, text]) => {
    const english: Catalogue = JSON.parse(text);
    const chinese: Catalogue = JSON.parse(tree.get(path.replace("/en/", "/zh-CN/")) ?? "{}");
    return keysOf(english)
      .filter((key) => !askAlike(textAt(english, key.split(".")), textAt(chinese, key.split("."))))
      .map((key) => `${path}: ${key}`);
  });
}

/** Codes of refused fields that have no sentence. */
function issuesWithoutText(tree: Tree): string[] {
  const codes = select(tree, /^(lib\/server|app)\/.*\.tsx?$/).flatMap(([, text]) =>
    [...text.matchAll(/issues: \[\{[^}]*\bcode: "([a-z-]+)"/g)].map(([, code = ""]) => code),
  );
  return missingIn(tree, "issues", [...new Set(codes)]);
}

/** Every rule about texts: from the tracked files to what is missing. */
export const textRules = {
  errorsWithoutText,
  issuesWithoutText,
  endsWithoutText,
  endsWithoutTest,
  keysInOneLanguage,
  argumentsInOneLanguage,
} satisfies Record<string, (tree: Tree) => string[]>;

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
    ...outcomes.flatMap((code) => [`outcomes.${code}.word`, `outcomes.${code}.state`]),
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

const argumentsOf = (text: string) =>
  [...new Set([...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = ""]) => name))].toSorted().join(" ");

/** Texts that ask for other values in one language than in the other. */
function argumentsInOneLanguage(tree: Tree): string[] {
  return select(tree, /^lib\/i18n\/en\/.*\.json$/).flatMap(([path, text]) => {
    const english: Catalogue = JSON.parse(text);
    const chinese: Catalogue = JSON.parse(tree.get(path.replace("/en/", "/zh-CN/")) ?? "{}");
    return keysOf(english)
      .filter((key) => {
        const keys = key.split(".");
        return argumentsOf(textAt(english, keys)) !== argumentsOf(textAt(chinese, keys));
      })
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

const scriptsOf = (tree: Tree): Record<string, string> =>
  JSON.parse(tree.get("package.json") ?? "{}").scripts ?? {};

const documents = (tree: Tree) => select(tree, /^[A-Z]+\.md$/);

/** `npm start`, `npm test` and `npm run x` of the documents that package.json does not have. */
const unknownScripts = (tree: Tree) =>
  documents(tree).flatMap(([path, text]) =>
    [...text.matchAll(/\bnpm (?:run )?(?!run\b|ci\b|install\b|audit\b)([a-z][a-z:0-9]*)/g)]
      .map(([, script = ""]) => script)
      .filter((script) => !(script in scriptsOf(tree)))
      .map((script) => `${path}: npm ${script}`),
  );

const scriptsWithoutWords = (tree: Tree) => {
  const text = documents(tree).map(([, document]) => document);
  return Object.keys(scriptsOf(tree)).filter(
    (script) => !text.some((document) => new RegExp(`npm (run )?${script}(?![\\w:])`).test(document)),
  );
};

/** Paths of the project that a document names in code font and that do not exist. Routes and packages are no paths. */
function unknownPaths(tree: Tree): string[] {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(tree.get("package.json") ?? "{}");
  const packages = Object.keys({ ...dependencies, ...devDependencies }).map((name) => name.split("/")[0]);
  const exists = (path: string) =>
    tree.has(path) || [...tree.keys()].some((known) => known.startsWith(`${path.replace(/\/$/, "")}/`));
  return documents(tree).flatMap(([document, text]) =>
    [...text.matchAll(/`([\w.()[\]-]+(?:\/[\w.()[\]-]*)+|[\w-]+\.(?:ts|mjs|json|md))`/g)]
      .map(([, path = ""]) => path)
      .filter((path) => !packages.includes(path.split("/")[0]) && !exists(path))
      .map((path) => `${document}: ${path}`),
  );
}

/** Every rule about texts and documents: from the tracked files to what is missing. */
export const textRules = {
  errorsWithoutText,
  issuesWithoutText,
  endsWithoutText,
  endsWithoutTest,
  keysInOneLanguage,
  argumentsInOneLanguage,
  unknownScripts,
  scriptsWithoutWords,
  unknownPaths,
} satisfies Record<string, (tree: Tree) => string[]>;

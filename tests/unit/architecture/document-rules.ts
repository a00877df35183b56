import { select, type Tree } from "./tree";

const scriptsOf = (tree: Tree): Record<string, string> =>
  JSON.parse(tree.get("package.json") ?? "{}").scripts ?? {};

const documents = (tree: Tree) => select(tree, /^[A-Z]+\.md$/);

/** `npm start`, `npm test` and `npm run x` of the documents that package.json does not have. */
const unknownScripts = (tree: Tree) =>
  documents(tree).flatMap(([path, text]) =>
    [...text.matchAll(/(?:^|`)npm (?:run )?(?!run\b|ci\b|install\b)([a-z][a-z:0-9-]*)/gm)]
      .map(([, script = ""]) => script)
      .filter((script) => !(script in scriptsOf(tree)))
      .map((script) => `${path}: npm ${script}`),
  );

const scriptsWithoutWords = (tree: Tree) => {
  const text = documents(tree).map(([, document]) => document);
  return Object.keys(scriptsOf(tree)).filter(
    (script) => !text.some((document) => new RegExp(`npm (run )?${script}(?![\\w:-])`).test(document)),
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

/** Pictures and links of a document that lead to no file of the project. */
const brokenLinks = (tree: Tree) =>
  documents(tree).flatMap(([document, text]) =>
    [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, path = ""]) => path)
      .filter((path) => !tree.has(path))
      .map((path) => `${document}: ${path}`),
  );

const variablesIn = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, name = ""]) => name);

/** Settings that one of .env.example and README's table has and the other lacks. */
function settingsInOnePlace(tree: Tree): string[] {
  const example = variablesIn(tree.get(".env.example") ?? "", /^([A-Z_]+)=/gm);
  const table = variablesIn(tree.get("README.md") ?? "", /^\| `([A-Z_]+)` +\|/gm);
  return [
    ...example.filter((name) => !table.includes(name)).map((name) => `README.md lacks ${name}`),
    ...table.filter((name) => !example.includes(name)).map((name) => `.env.example lacks ${name}`),
  ];
}

/** Runtime dependencies that DECISIONS.md gives no reason for. */
function dependenciesWithoutReason(tree: Tree): string[] {
  const decisions = tree.get("DECISIONS.md") ?? "";
  const { dependencies = {} } = JSON.parse(tree.get("package.json") ?? "{}");
  return Object.keys(dependencies).filter((name) => !decisions.includes(`\`${name}\``));
}

/** Decisions of more than 15 lines of text below their heading. */
const longDecisions = (tree: Tree) =>
  (tree.get("DECISIONS.md") ?? "")
    .split(/^## /m)
    .filter((entry) => /^\d+\. /.test(entry) && entry.trim().split("\n").slice(2).length > 15)
    .map((entry) => entry.split("\n")[0] ?? "");

/** Every rule about documents: from the tracked files to what is missing. */
export const documentRules = {
  unknownScripts,
  scriptsWithoutWords,
  unknownPaths,
  brokenLinks,
  settingsInOnePlace,
  dependenciesWithoutReason,
  longDecisions,
} satisfies Record<string, (tree: Tree) => string[]>;

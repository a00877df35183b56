import { findLines, select, type Tree } from "./tree";

const source = /^(app|components|lib)\/.*\.(ts|tsx)$/;
const code = /^(app|components|lib|tests|\.config)\/.*\.(ts|tsx|mjs)$|^[^/]+\.(ts|js|mjs)$/;

const withoutServerOnly = (tree: Tree) =>
  select(tree, /^lib\/server\/.*\.ts$/)
    .filter(([, text]) => !text.startsWith('import "server-only";'))
    .map(([path]) => path);

const longerThan250Lines = (tree: Tree) =>
  select(tree, /^(app|components|lib|tests)\/.*\.(ts|tsx|css|sh|awk)$/)
    .filter(([, text]) => text.split("\n").length - 1 > 250)
    .map(([path]) => path);

const deeperThanThreeFolders = (tree: Tree) =>
  select(tree, /^(lib|components)(\/[^/]+){5,}$/).map(([path]) => path);

const generatedOrBuilt = (tree: Tree) =>
  select(
    tree,
    /(^|\/)(generated|node_modules|\.next|dist|test-results|playwright-report)\/|^data\/|\.db$/,
  ).map(([path]) => path);

const forbiddenFolders = (tree: Tree) =>
  select(tree, /(^|\/)(src|utils|helpers|hooks|types|services|constants|scripts|misc|common)\//).map(
    ([path]) => path,
  );

const badFolderNames = (tree: Tree) =>
  select(tree, /^(app|components|lib|tests)\//)
    .filter(([path]) =>
      path
        .split("/")
        .slice(0, -1)
        .some((folder) => !/^([a-z0-9][a-z0-9.-]*|\([a-z-]+\)|\[(\.\.\.)?[a-zA-Z]+\]|zh-CN)$/.test(folder)),
    )
    .map(([path]) => path);

const barrels = (tree: Tree) =>
  select(tree, /^(app|components|lib|tests)\/(.*\/)?index\.(ts|tsx)$/).map(([path]) => path);

const skippedTests = (tree: Tree) =>
  findLines(
    select(tree, /^tests\/.*\.(ts|tsx)$/),
    /\b(it|test|describe|suite)\.(only|skip|todo|fixme|skipIf|runIf|fails)\b/,
  );

const suppressions = (tree: Tree) =>
  findLines(
    select(tree, code).filter(([path]) => !path.startsWith("tests/unit/architecture/")),
    /@ts-(ignore|expect-error|nocheck)|biome-ignore|eslint-disable|\b(TODO|FIXME|XXX)\b|\bas any\b/,
  );

const serverActions = (tree: Tree) => findLines(select(tree, source), /^\s*["']use server["']/);

const catalogueOutside = (tree: Tree) =>
  select(tree, /^(app|components|lib)\/.*\.json$/)
    .map(([path]) => path)
    .filter((path) => !/^lib\/i18n\/(en|zh-CN)\/[a-z]+\.json$/.test(path));

/** Two words between tags: text that a reader of another language could not read. */
const visibleText = (tree: Tree) =>
  findLines(select(tree, /^(app|components)\/.*\.tsx$/), />[A-Z][a-z]+ [a-z]+[^<{]*</);

/** Mock libraries stand in for our own code; fakes belong at the outer edge. */
const mocksOfOurCode = (tree: Tree) =>
  findLines(select(tree, /^tests\/.*\.(ts|tsx)$/), /\bvi\.(mock|doMock)\(/);

const machinePaths = (tree: Tree) =>
  findLines(
    [...tree].filter(([path]) => path !== "package-lock.json"),
    /(^|[^A-Za-z0-9_./~$}-])\/(work|farm|root|Users)\//,
  );

/** Of a key that was just made, this can stop the process for good (`lib/server/ssh/raw-keys.ts`). */
const keysAsJwk = (tree: Tree) => findLines(select(tree, source), /format: "jwk"/);

const isCommand =
  /\/(create|update|delete|write|import|start|stop|retry|save|archive|restore|trust|test|run)-[a-z-]+$/;

/** A subject may read another by its queries; what another one does is its own business. */
function commandsOfOtherSubjects(tree: Tree): string[] {
  return select(tree, /^lib\/server\/[a-z-]+\/.*\.ts$/).flatMap(([path, text]) => {
    const [, , subject] = path.split("/");
    if (subject === "http") return [];
    return [...text.matchAll(/from "@\/lib\/server\/([a-z-]+)(\/[a-z-/]+)"/g)]
      .filter(([, other = "", rest = ""]) => other !== subject && isCommand.test(rest))
      .map(([, other, rest]) => `${path} uses ${other}${rest}`);
  });
}

/** Every rule about the source: from the tracked files to the places that break it. */
export const sourceRules = {
  withoutServerOnly,
  longerThan250Lines,
  deeperThanThreeFolders,
  generatedOrBuilt,
  forbiddenFolders,
  badFolderNames,
  barrels,
  skippedTests,
  suppressions,
  serverActions,
  catalogueOutside,
  visibleText,
  mocksOfOurCode,
  machinePaths,
  keysAsJwk,
  commandsOfOtherSubjects,
} satisfies Record<string, (tree: Tree) => string[]>;

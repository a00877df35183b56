import { execFileSync } from "node:child_process";
import { existsSync, lstatSync, readFileSync } from "node:fs";

/** Tracked files by path, with their text. Rules read this and nothing else, so a test can hand them a bad example. */
export type Tree = ReadonlyMap<string, string>;

const isText = (path: string) =>
  /\.(ts|tsx|js|mjs|json|css|md|sh|awk|sql|prisma|yml|yaml)$|^\.ci\/|^\.[a-z.]+$/.test(path);

function readText(path: string): string {
  const isFile = existsSync(path) && lstatSync(path).isFile();
  return isFile && isText(path) ? readFileSync(path, "utf8") : "";
}

/** What git tracks of this repository, as it stands in the working folder. */
export function readTree(): Tree {
  const paths = execFileSync("git", ["ls-files", "-z"], { encoding: "utf8" }).split("\0").filter(Boolean);
  return new Map(paths.map((path) => [path, readText(path)]));
}

export const select = (tree: Tree, pattern: RegExp) => [...tree].filter(([path]) => pattern.test(path));

/** `path: line` of each line that matches. */
export function findLines(files: readonly (readonly [string, string])[], pattern: RegExp): string[] {
  return files.flatMap(([path, text]) =>
    text.split("\n").flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
  );
}

import { dirname, join } from "node:path";
import type { Tree } from "./tree";

/** The file that an import names, of those that are tracked. */
function resolve(tree: Tree, from: string, name: string): string[] {
  const base = name.startsWith("@/")
    ? name.slice(2)
    : name.startsWith(".")
      ? join(dirname(from), name)
      : null;
  if (base === null) return [];
  return [`${base}.ts`, `${base}.tsx`].filter((path) => tree.has(path));
}

const importsOf = (tree: Tree, path: string): string[] =>
  [...(tree.get(path) ?? "").matchAll(/(?:from|import\()\s*"([^"]+)"/g)].flatMap(([, name = ""]) =>
    resolve(tree, path, name),
  );

const isClient = (text: string) => /^["']use client["']/.test(text.trimStart());

/** What of a page runs in the browser: client components, and all that they import. The rest has its texts on the server. */
function browserParts(tree: Tree, page: string): Set<string> {
  const seen = new Map<string, boolean>();
  const queue = [{ path: page, client: false }];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    const { path } = part;
    const client = part.client || isClient(tree.get(path) ?? "");
    if (path.startsWith("lib/server/") || seen.get(path) === true || seen.get(path) === client) continue;
    seen.set(path, client);
    queue.push(...importsOf(tree, path).map((each) => ({ path: each, client })));
  }
  return new Set([...seen].filter(([, client]) => client).map(([path]) => path));
}

/** The namespaces that a page speaks from in the browser, by what its parts ask for. */
export function namespacesOf(tree: Tree, page: string): string[] {
  const found = [...browserParts(tree, page)].flatMap((path) =>
    [...(tree.get(path) ?? "").matchAll(/useTranslations\(\s*"(\w+)/g)].map(([, name = ""]) => name),
  );
  return [...new Set(found)].sort();
}

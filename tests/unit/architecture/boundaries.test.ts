import { describe, expect, it } from "vitest";
import { lint } from "./sandbox";

/** Per folder: what its files may and may not import. */
const boundaries: Record<string, { denied: string[]; allowed: string[] }> = {
  "lib/domain": {
    denied: [
      "react",
      "next/server",
      "node:fs",
      "fs",
      "@prisma/client",
      "@/lib/server/env",
      "@/lib/client/api",
      "@/components/ui/button",
      "@/lib/domain-other/rule",
      "../server/env",
      "../i18n/messages",
      "./../server/env",
      "@/lib/domain/../server/env",
    ],
    allowed: ["zod/mini", "yaml", "re2js", "./errors", "@/lib/domain/result"],
  },
  "lib/domain/people": {
    denied: [
      "../../server/env",
      "../../errors",
      "@/lib/server/env",
      "./../../server/env",
      "../../../app/page",
    ],
    allowed: ["../errors", "./roles", "@/lib/domain/result", "../registries/schema"],
  },
  "lib/client": {
    denied: [
      "@/lib/server/env",
      "../server/env",
      "@/components/ui/button",
      "../../components/ui/button",
      "@/app/page",
    ],
    allowed: ["react", "@/lib/domain/paths", "../domain/paths", "./api"],
  },
  "lib/cli": {
    denied: [
      "@/lib/server/env",
      "../server/env",
      "@/lib/client/api",
      "@/components/ui/button",
      "react",
      "next/server",
      "@/lib/i18n/messages",
      "../i18n/request",
      "node:https",
      "node:net",
      "node:child_process",
    ],
    allowed: ["@/lib/domain/paths", "@/lib/i18n/word-findings", "node:fs", "use-intl/core", "./run"],
  },
  "lib/i18n": {
    denied: ["@/lib/server/env", "../server/env", "@/components/ui/button", "@/app/page"],
    allowed: ["next-intl/server", "next/headers", "./locales", "@/lib/domain/errors"],
  },
  "components/nodes": {
    denied: [
      "@/lib/server/env",
      "../lib/server/env",
      "../../lib/server/env",
      "@/lib/server/configurations/queries",
      "@/lib/server/db/generated/sqlite/client",
      "@prisma/client",
      "@/app/page",
      "../app/page",
    ],
    allowed: ["react", "next-intl", "@/lib/client/api", "@/lib/domain/paths", "../ui/button", "./node-list"],
  },
  app: {
    denied: [
      "@/lib/server/db/client",
      "../lib/server/db/client",
      "@/lib/server/ssh/connection",
      "@/lib/server/secrets/vault",
      "@/lib/server/http/handler",
      "@/lib/server/db/generated/sqlite/client",
      "@prisma/client",
      "ssh2",
    ],
    allowed: ["@/lib/server/nodes/queries", "@/lib/server/auth/actor", "@/components/ui/button", "./layout"],
  },
  "app/api/v1/nodes": {
    denied: [
      "@/lib/server/db/client",
      "@/lib/server/ssh/connection",
      "@/components/ui/button",
      "@/lib/client/api",
    ],
    allowed: [
      "@/lib/server/http/handler",
      "@/lib/server/nodes/create-node",
      "zod/mini",
      "@/lib/domain/paths",
    ],
  },
  "lib/server/nodes": {
    denied: [
      "@/lib/server/http/handler",
      "../http/handler",
      "@/app/page",
      "@/components/ui/button",
      "@/lib/client/api",
      "react",
      "ssh2",
      "@/lib/server/db/generated/sqlite/client",
    ],
    allowed: ["@/lib/server/db/client", "../db/client", "@/lib/server/groups/queries", "node:http", "../env"],
  },
  "lib/server/ssh": {
    denied: [
      "@/lib/server/nodes/queries",
      "../nodes/queries",
      "@/lib/server/http/handler",
      "../http/handler",
      "@/components/ui/button",
    ],
    allowed: ["@/lib/server/env", "../log", "./connection", "ssh2", "@/lib/domain/paths", "node:net"],
  },
  "lib/server/db": {
    denied: ["@/lib/server/nodes/queries", "../nodes/queries", "@/lib/server/http/handler", "@/app/page"],
    allowed: ["./generated/sqlite/client", "@prisma/adapter-better-sqlite3", "better-sqlite3", "../env"],
  },
  "lib/server/node-program": {
    denied: ["@/lib/server/nodes/queries", "../pushes/queries", "@/lib/server/http/handler", "react"],
    allowed: ["@/lib/server/ssh/session", "../ssh/fault", "@/lib/server/log", "./frames"],
  },
  "lib/server/http": {
    denied: ["@/components/ui/button", "@/app/page", "react", "@/lib/server/db/generated/sqlite/client"],
    allowed: ["@/lib/server/auth/actor", "@/lib/server/nodes/queries", "../log"],
  },
  tests: {
    denied: ["zod", "../../outside"],
    allowed: ["@/tests/support/builders", "@/lib/server/db/generated/sqlite/client", "vitest"],
  },
};

/** Denied wherever they stand; nobody may walk around a rule by another spelling. */
const everywhere = ["zod", "zod/v4", "@/tests/support/builders", "process"];

const spellings: Record<string, (from: string) => string> = {
  value: (from) => `import { thing } from "${from}";\n\nexport const value = thing;\n`,
  type: (from) => `import type { Thing } from "${from}";\n\nexport type Value = Thing;\n`,
  dynamic: (from) => `export const load = () => import("${from}");\n`,
};

const rows = Object.entries(boundaries).flatMap(([folder, { denied, allowed }]) => [
  { folder, verdict: "refuses", imports: folder === "tests" ? denied : [...denied, ...everywhere] },
  { folder, verdict: "accepts", imports: allowed },
]);
const cases = rows.flatMap(({ folder, verdict, imports }) =>
  imports.flatMap((from) =>
    Object.entries(spellings).map(([spelling, write]) => ({
      folder,
      verdict,
      from,
      spelling,
      code: write(from),
    })),
  ),
);
const fileOf = (index: number, folder: string) => `${folder}/case-${index}.ts`;
const fired = lint(cases.map(({ folder, code }, index) => ({ file: fileOf(index, folder), code })));

/** The imports of one folder that the linter refused or accepted, by what it says about the planted file. */
function judged(folder: string, verdict: string, refused: boolean) {
  return cases.flatMap((row, index) => {
    const isRefused = fired.get(fileOf(index, folder))?.includes("noRestrictedImports") ?? false;
    const isOurs = row.folder === folder && row.verdict === verdict;
    return isOurs && isRefused === refused ? [`${row.spelling} ${row.from}`] : [];
  });
}

describe("the linter at a folder's boundary", () => {
  it.each(rows)("$verdict each of the imports listed for $folder", ({ folder, verdict, imports }) => {
    expect(judged(folder, verdict, verdict === "accepts")).toEqual([]);
    expect(judged(folder, verdict, verdict === "refuses")).toHaveLength(imports.length * 3);
  });
});

import { describe, expect, it } from "vitest";
import { explained, type Table } from "./explain-table";
import { corp, corpWithoutDefault, corpWithPod } from "./explain-table-corp";
import { embedded, runtime, twoRules } from "./explain-table-nodes";
import { empty, endpoints, http, logins, plainRules } from "./explain-table-parts";

const tables: Table[] = [
  corp,
  corpWithPod,
  corpWithoutDefault,
  empty,
  endpoints,
  http,
  logins,
  plainRules,
  twoRules,
  embedded,
  runtime,
];

describe.each(tables)("the pull path by $about", (table) => {
  it.each(table.rows)("of %s", (image, ...expected) => {
    expect(explained(table, image)).toEqual([image, ...expected]);
  });
});

it("is written down for many references and files", () => {
  expect(tables.flatMap(({ rows }) => rows).length).toBeGreaterThanOrEqual(60);
});

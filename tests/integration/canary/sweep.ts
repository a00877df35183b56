import { expect } from "vitest";
import { apis } from "@/lib/domain/paths";
import { db } from "@/lib/server/db/client";
import { fieldsOf } from "@/tests/integration/hostile/places";
import type { Entered } from "./enter";
import { traceOf } from "./forms";
import type { Recorder } from "./operator";

/** The ids of all things there are. */
async function idsOf(): Promise<string[]> {
  const select = { id: true } as const;
  const rows = await Promise.all([
    db().configuration.findMany({ select }),
    db().credential.findMany({ select }),
    db().certificate.findMany({ select }),
    db().group.findMany({ select }),
    db().node.findMany({ select }),
    db().push.findMany({ select }),
  ]);
  return rows.flat().map(({ id }) => id);
}

/** Queries without which a route answers less than it could. */
const queries: Readonly<Record<string, Record<string, string>[]>> = {
  [`GET ${apis.auditExport("csv").replace(/\?.*/, "")}`]: [{ format: "csv" }, { format: "jsonl" }],
  [`GET ${apis.configurations()}`]: [{}, { archived: "true" }],
};

/** Reads everything that can be read, of everything there is. Returns the routes that never had something to tell. */
export async function askEverything({ routes, ask }: Recorder, { cookie }: Entered): Promise<string[]> {
  const ids = await idsOf();
  const headers = { cookie };
  const silent = new Set<string>();
  for (const { name } of routes.filter(({ method }) => method === "GET")) {
    const asked = name.includes("[id]")
      ? ids.map((id) => ({ id }))
      : (queries[name] ?? [{}]).map((query) => ({ query }));
    silent.add(name);
    for (const each of asked) if ((await ask(name, { ...each, headers })).status === 200) silent.delete(name);
  }
  return [...silent];
}

/** A body with one value at the name of every field, whatever stands there otherwise. */
const filled = (fields: readonly string[], value: string) =>
  Object.fromEntries(fields.filter((field) => !field.includes(".")).map((field) => [field, value]));

/** Sends each secret where it fails: under the name of every field, in broken JSON, and without a login. */
export async function failEverywhere(
  { routes, ask, askInSecret, traces }: Recorder,
  { cookie, secrets, yaml }: Entered,
): Promise<void> {
  const writing = routes.filter(({ handler }) => handler.reads.body);
  const some = [...secrets.values()];
  for (const [at, { name, handler }] of writing.entries()) {
    const secret = some[at % some.length] ?? "";
    const body = filled(fieldsOf(handler.reads.body), secret);
    for (const each of [body, JSON.stringify(body).slice(0, -1), [secret], secret && JSON.stringify(secret)])
      for (const headers of [{ cookie }, {}]) await ask(name, { body: each, headers });
  }
  // A fault in the line of a secret is told with its place and not with its text. A fix of the linter is the mended file,
  // for who sent it.
  const broken = yaml.replace('password: "', 'password: @"').replace(/"\n$/, "\n");
  const asked = { body: { yaml: broken }, headers: { cookie } };
  for (const name of ["POST /api/v1/decode", "POST /api/v1/containerd"]) await ask(name, asked);
  const { value } = await askInSecret("POST /api/v1/lint", asked);
  const told = JSON.stringify(value, (key, item) => (key === "fixes" ? undefined : item));
  expect(told).toContain("yaml-parse");
  traces.push(traceOf("the findings of POST /api/v1/lint", told));
}

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/server/db/client";
import { opensslFolder } from "@/tests/support/certificates";
import { temporaryDatabase } from "@/tests/support/database";
import { type FoundRoute, findRoutes } from "@/tests/support/routes";
import { type Case, casesOfBody, casesOfTexts } from "./cases";
import { fieldsOf, nameOf, placesOf, textsIn } from "./places";
import type { Row, ValidRequest } from "./row";
import { type Asked, asker } from "./send";
import { countWrites } from "./tables";
import { makeWorld, type World } from "./world";

const routes = await findRoutes();
/** Routes that read something of what they are sent. */
export const reading = routes.filter(({ handler: { reads } }) => reads.params ?? reads.query ?? reads.body);

/** What was kept of an accepted text: itself, or itself without the blanks around it. */
const isKept = (sent: string, kept: unknown): boolean => {
  const found = new Set(textsIn(kept));
  return found.has(sent) || found.has(sent.trim());
};

type Stage = { world: World; writes: ReturnType<typeof countWrites>; ask: ReturnType<typeof asker> };
type Subject = { route: FoundRoute; row: Row; valid: ValidRequest | undefined };

async function made({ world }: Stage, { row, valid }: Subject): Promise<Asked> {
  await row.before?.(world);
  return {
    query: valid?.query ?? {},
    body: await valid?.body?.(world),
    params: (await row.params?.(world)) ?? {},
  };
}

/** What is wrong with the answer to one case, or with what it left. */
async function faultOf(stage: Stage, subject: Subject, { place, sent, put }: Case): Promise<string | null> {
  const { route, row } = subject;
  const asked = put(await made(stage, subject));
  const before = stage.writes.rows();
  const { answer, fault } = await stage.ask(route, row, asked);
  if (fault !== null) return fault;
  if (answer.status >= 400)
    return stage.writes.rows() === before ? null : `writes although it answers ${answer.status}`;
  if (sent === null || !row.kept || row.changed?.[place]) return null;
  return isKept(sent, await row.kept(answer.value, stage.world)) ? null : "is not kept as it was sent";
}

/** The cases of one valid request, or each so many of them, which others every time. */
async function casesOf({ world }: Stage, { row, valid }: Subject, turn: number): Promise<Case[]> {
  const body = await valid?.body?.(world);
  const inBody = body === undefined ? [] : casesOfBody(body);
  return [
    ...inBody.filter(({ lot }) => (lot + 5 * turn) % (row.share ?? 1) === 0),
    ...casesOfTexts("query", Object.keys(valid?.query ?? {})),
  ];
}

async function faultsOf(stage: Stage, subject: Subject, cases: readonly Case[]): Promise<string[]> {
  const faults: string[] = [];
  for (const each of cases) {
    const fault = await faultOf(stage, subject, each);
    if (fault !== null) faults.push(`${each.place}: ${each.value}: ${fault}`);
  }
  return faults;
}

/** Call once in a test file: sends hostile values to each of these routes, in every place that it reads. */
export function checkRoutes(rows: Readonly<Record<string, Row>>): void {
  const { folder } = temporaryDatabase();
  const openssl = opensslFolder();
  let stage: Stage;
  beforeAll(async () => {
    const world = await makeWorld(openssl);
    stage = { world, writes: countWrites(folder), ask: asker(world) };
  });
  afterAll(() => stage.writes.close());

  const asked = reading.flatMap((route) => {
    const row = rows[route.name];
    return row ? [{ name: route.name, route, row }] : [];
  });

  describe.each(asked)("$name", ({ route, row }) => {
    const { params, query, body } = route.handler.reads;

    it("is asked in every field that it knows", async () => {
      const bodies = await Promise.all(row.valid.map(async (valid) => valid.body?.(stage.world)));
      const named = new Set(bodies.flatMap((given) => placesOf(given).map(nameOf)));
      const queried = new Set(row.valid.flatMap((valid) => Object.keys(valid.query ?? {})));
      expect(fieldsOf(body).filter((field) => !named.has(field))).toEqual([]);
      expect(fieldsOf(query).filter((field) => !queried.has(field))).toEqual([]);
    });

    it.each(row.valid)("takes the valid request %#", async (valid) => {
      const { answer, fault } = await stage.ask(route, row, await made(stage, { route, row, valid }));
      const told = answer.status === valid.status ? "" : answer.text;
      expect([answer.status, fault, told]).toEqual([valid.status, null, ""]);
    });

    it("fails at no value, keeps what it takes and nothing of what it refuses", async () => {
      const faults: string[] = [];
      for (const [turn, valid] of row.valid.entries()) {
        const subject = { route, row, valid };
        faults.push(...(await faultsOf(stage, subject, await casesOf(stage, subject, turn))));
      }
      const names = params ? Object.keys((await row.params?.(stage.world)) ?? {}) : [];
      const inPath = { route, row, valid: row.valid[0] };
      faults.push(...(await faultsOf(stage, inPath, casesOfTexts("params", names))));
      expect(faults).toEqual([]);
    });
  });

  it("counts what is written, so that the checks above check something", async () => {
    const before = stage.writes.rows() ?? 0;
    await db().setting.create({ data: { key: "counted", value: "" } });
    expect(stage.writes.rows()).toBe(before + 1);
    expect(stage.writes.names.length).toBeGreaterThan(30);
  });

  it("lets no key reach what all objects share", () => {
    expect(Object.keys(Object.getPrototypeOf({}))).toEqual([]);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });
}

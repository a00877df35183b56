import "server-only";
import * as z from "zod/mini";
import { type HarborFault, harborFault } from "@/lib/domain/harbor/reading";
import { fail, ok, type Result } from "@/lib/domain/result";
import { getFromHarbor, type HarborLine } from "./api";

const pageSize = 100;
const maxPages = 10;

/** `unread` entries do not have the shape they should have; `cut` where there are more pages than are read. */
type HarborList<Item> = { items: Item[]; unread: number; cut: boolean };

/** An empty list of Go may come as `null`. */
const pageSchema = z.nullable(z.array(z.unknown()));

type Page = { entries: unknown[]; total: number; hasNext: boolean };

async function readPage(line: HarborLine, path: string, page: number): Promise<Result<Page, HarborFault>> {
  const query = `${path.includes("?") ? "&" : "?"}page=${page}&page_size=${pageSize}`;
  const answer = await getFromHarbor(line, path + query);
  if (!answer.ok) return answer;
  const { json, total, hasNext } = answer.value;
  const read = pageSchema.safeParse(json);
  return read.success
    ? ok({ entries: (read.data ?? []).slice(0, pageSize), total, hasNext })
    : fail(harborFault("not-harbor", { host: line.at.host, status: 200 }));
}

const isLast = ({ entries, total, hasNext }: Page, seen: number) =>
  entries.length === 0 || (!hasNext && total <= seen);

function readable<Schema extends z.ZodMiniType>(schema: Schema, entries: readonly unknown[]) {
  return entries.flatMap((entry): z.output<Schema>[] => {
    const item = schema.safeParse(entry);
    return item.success ? [item.data] : [];
  });
}

/**
 * A list of Harbor, page by page. A page says in `X-Total-Count` how many there are and in `Link` that another one
 * follows; a hundred is the most that one holds (parameter `pageSize` of api/v2.0/swagger.yaml, Harbor v2.16.0).
 */
export async function listFromHarbor<Schema extends z.ZodMiniType>(
  line: HarborLine,
  path: string,
  schema: Schema,
): Promise<Result<HarborList<z.output<Schema>>, HarborFault>> {
  const items: z.output<Schema>[] = [];
  let seen = 0;
  let cut = true;
  for (let number = 1; cut && number <= maxPages; number += 1) {
    const page = await readPage(line, path, number);
    if (!page.ok) return page;
    // A stranger's page may hold a mebibyte of anything, so only what is read of it outlives it.
    items.push(...readable(schema, page.value.entries));
    seen += page.value.entries.length;
    cut = !isLast(page.value, seen);
  }
  return ok({ items, unread: seen - items.length, cut });
}

/** The same, or null for what this login may not list. */
export async function listIfAllowed<Schema extends z.ZodMiniType>(
  line: HarborLine,
  path: string,
  schema: Schema,
): Promise<Result<z.output<Schema>[] | null, HarborFault>> {
  const list = await listFromHarbor(line, path, schema);
  if (list.ok) return ok(list.value.items);
  return list.error.code === "not-allowed" ? ok(null) : list;
}

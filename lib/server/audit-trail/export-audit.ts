import "server-only";
import { exportLines } from "@/lib/domain/audit/export-lines";
import { readAuditFilter } from "@/lib/domain/audit/filter";
import type { AuditExport } from "@/lib/domain/audit/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import type { AuditEventRow } from "@/lib/server/db/rows";
import { lastEventId } from "./chain";
import { readDetail, whereOf } from "./queries";

const pageSize = 500;

const toExported = ({ at, detail, digest, ...row }: AuditEventRow) => ({
  ...row,
  at: at.toISOString(),
  detail: readDetail(detail),
  digest,
});

type Where = ReturnType<typeof whereOf>;

/** The text of the export, a page of events at a time. */
async function* readLines(where: Where, { head, line }: (typeof exportLines)["csv" | "jsonl"]) {
  yield head;
  for (let after = 0; ; ) {
    const page = await db().auditEvent.findMany({
      where: { AND: [where, { id: { gt: after } }] },
      orderBy: { id: "asc" },
      take: pageSize,
    });
    yield page.map((row) => line(toExported(row))).join("");
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.id;
  }
}

function toStream(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    async cancel() {
      await texts.return(undefined);
    },
  });
}

const types = { csv: "text/csv; charset=utf-8", jsonl: "application/x-ndjson; charset=utf-8" } as const;

type ExportedLog = { body: ReadableStream<Uint8Array>; type: string; name: string };

/** The events of a filter, oldest first, as a file. The export is recorded itself, before it begins, and is not in it. */
export async function exportAudit({ format, ...query }: AuditExport, actor: Actor): Promise<ExportedLog> {
  authorize(actor, "audit:read");
  const filter = readAuditFilter(query);
  const last = await lastEventId(db());
  await recordAudit(db(), actor, { action: "audit.exported", detail: { format, ...filter } });
  const texts = readLines(whereOf(filter, last + 1), exportLines[format]);
  const day = new Date().toISOString().slice(0, 10);
  return { body: toStream(texts), type: types[format], name: `pullpath-audit-${day}.${format}` };
}

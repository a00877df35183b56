import * as z from "zod/mini";
import { type AuditFamily, auditFamilyNames, auditResults } from "./actions";

const wordsSchema = z.string().check(z.maxLength(200));

/** The filter of an export. Unlike on the page what cannot be read is refused: it would export more than was asked for. */
export const auditExportSchema = z.strictObject({
  format: z._default(z.enum(["csv", "jsonl"]), "csv"),
  actor: z.optional(wordsSchema),
  action: z.optional(z.enum(auditFamilyNames as [AuditFamily, ...AuditFamily[]])),
  target: z.optional(wordsSchema),
  result: z.optional(z.enum(auditResults)),
  from: z.optional(z.iso.date()),
  to: z.optional(z.iso.date()),
});
export type AuditExport = z.infer<typeof auditExportSchema>;

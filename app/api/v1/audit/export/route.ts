import { auditExportSchema } from "@/lib/domain/audit/schema";
import { exportAudit } from "@/lib/server/audit-trail/export-audit";
import { route } from "@/lib/server/http/handler";

export const GET = route({
  permission: "audit:read",
  query: auditExportSchema,
  handle: ({ actor, query }) => exportAudit(query, actor),
});

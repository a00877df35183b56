import { auditExportSchema } from "@/lib/domain/audit/schema";
import { exportAudit } from "@/lib/server/audit-trail/export-audit";
import { download } from "@/lib/server/download";
import { route } from "@/lib/server/http/handler";

export const GET = route({
  permission: "audit:read",
  query: auditExportSchema,
  handle: async ({ actor, query }) => {
    const { body, ...file } = await exportAudit(query, actor);
    return download(body, file);
  },
});

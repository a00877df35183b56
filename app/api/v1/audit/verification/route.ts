import { verifyAudit } from "@/lib/server/audit-trail/verify-audit";
import { route } from "@/lib/server/http/handler";

export const GET = route({ permission: "audit:read", handle: ({ actor }) => verifyAudit(actor) });

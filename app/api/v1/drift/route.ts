import { getDrift } from "@/lib/server/drift/queries";
import { route } from "@/lib/server/http/handler";

export const GET = route({ permission: "read", handle: ({ actor }) => getDrift(actor) });

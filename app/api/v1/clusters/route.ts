import { listClusters } from "@/lib/server/clusters/queries";
import { route } from "@/lib/server/http/handler";

export const GET = route({ permission: "read", handle: ({ actor }) => listClusters(actor) });

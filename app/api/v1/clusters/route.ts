import { listClusters } from "@/lib/server/clusters/clusters";
import { route } from "@/lib/server/http/handler";

export const GET = route({ permission: "read", handle: ({ actor }) => listClusters(actor) });

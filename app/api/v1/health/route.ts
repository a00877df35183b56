import { readHealth } from "@/lib/server/health";
import { publicRoute } from "@/lib/server/http/handler";

export const GET = publicRoute({
  handle: async () => {
    const health = await readHealth();
    return Response.json(health, { status: health.status === "failing" ? 503 : 200 });
  },
});

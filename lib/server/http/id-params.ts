import "server-only";
import * as z from "zod/mini";

/** Parameters of a route under `[id]`. */
export const idParams = z.object({ id: z.string() });

import * as z from "zod/mini";
import { decode } from "@/lib/domain/registries/decode";
import { largestQuestion, yamlSchema } from "@/lib/domain/registries/questions";
import { route } from "@/lib/server/http/handler";

export const POST = route({
  permission: "read",
  body: z.strictObject({ yaml: yamlSchema }),
  maxBytes: largestQuestion,
  handle: ({ body }) => decode(body.yaml),
});

import * as z from "zod/mini";
import { endpointSchema, slugSchema } from "@/lib/domain/registries/schema";

/** Both go into one header as `user:password` (RFC 7617), so the name holds no colon. */
const username = z
  .string()
  .check(z.minLength(1, "required"), z.maxLength(255), z.regex(/^[^\p{Cc}:]*$/u, "control-character"));
const password = z
  .string()
  .check(z.minLength(1, "required"), z.maxLength(4096), z.regex(/^\P{Cc}*$/u, "control-character"));

/** Whom Harbor is asked as. What is typed is for one request and never kept. */
const accessSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("none") }),
  z.strictObject({ kind: z.literal("stored"), credential: slugSchema }),
  z.strictObject({ kind: z.literal("typed"), username, password }),
]);
export type HarborAccess = z.infer<typeof accessSchema>;

export const readHarborSchema = z.strictObject({
  address: endpointSchema.shape.url.check(z.minLength(1, "required")),
  access: accessSchema,
  ca: z.nullable(slugSchema),
});
export type ReadHarborInput = z.infer<typeof readHarborSchema>;

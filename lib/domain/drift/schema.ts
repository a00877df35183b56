import * as z from "zod/mini";
import { idSchema } from "@/lib/domain/nodes/schema";
import { mostChecked } from "./batches";

export const checkDriftSchema = z.strictObject({
  nodeIds: z.array(idSchema).check(z.minLength(1), z.maxLength(mostChecked)),
});

export const snoozeDays = [1, 7, 30, 90] as const;

/** `days` is how long; the reason is for whoever looks at it next. */
export const snoozeDriftSchema = z.strictObject({
  nodeIds: z.array(idSchema).check(z.minLength(1), z.maxLength(1000)),
  reason: z.string().check(z.trim(), z.minLength(1, "required"), z.maxLength(300)),
  days: z.literal(snoozeDays),
});
export type SnoozeDrift = z.infer<typeof snoozeDriftSchema>;

export const wakeDriftSchema = z.strictObject({
  nodeIds: z.array(idSchema).check(z.minLength(1), z.maxLength(1000)),
});

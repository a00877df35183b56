import * as z from "zod/mini";
import { reasonLength } from "./reason";

/**
 * What a person says who lets a push go on: with null that a pause ends, or that they agree after so many agreed
 * before. A page that shows an older state agrees to nothing that it did not show.
 */
export const continuePushSchema = z.strictObject({ approval: z.nullable(z.int().check(z.minimum(0))) });
export type ContinuePush = z.infer<typeof continuePushSchema>;

const shortId = z.string().check(z.minLength(1), z.maxLength(64));

/** Which nodes a retry takes: one of the push, those that were never begun, or with neither all that did not end well. */
export const retryPushSchema = z.strictObject({
  node: z.optional(shortId),
  only: z.optional(z.literal("untouched")),
});
export type RetryPush = z.infer<typeof retryPushSchema>;

/** That a person took care of a node whose roll back failed, and how. */
export const handleFaultSchema = z.strictObject({
  node: shortId,
  reason: z.string().check(z.trim(), z.minLength(reasonLength.least), z.maxLength(reasonLength.most)),
});
export type HandleFault = z.infer<typeof handleFaultSchema>;

import * as z from "zod/mini";

// Apart from the rules of locks, which pages ask that check no form.
export const lockGroupSchema = z.strictObject({
  until: z.iso.datetime({ offset: true, error: "lock-time" }),
  // It stands within a sentence that everybody reads.
  reason: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, "required"),
      z.maxLength(300),
      z.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]*$/u, "control-character"),
    ),
});
export type LockGroup = z.infer<typeof lockGroupSchema>;

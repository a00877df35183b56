import * as z from "zod/mini";
import { passwordCheckSchema } from "@/lib/domain/people/schema";
import { type TokenScope, tokenScopes } from "./scopes";

/** A token that is forgotten must end. */
export const tokenDays = { min: 1, usual: 90, max: 365 } as const;

export const newTokenSchema = z.strictObject({
  // It stands behind the name of its owner wherever somebody is named, so nothing in it may turn the text around.
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(1),
      z.maxLength(40),
      z.regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}()（）]*$/u, "token-name"),
    ),
  scopes: z
    .array(z.enum(tokenScopes as [TokenScope, ...TokenScope[]]))
    .check(z.minLength(1, "scope-missing"), z.maxLength(tokenScopes.length)),
  days: z.int().check(z.minimum(tokenDays.min), z.maximum(tokenDays.max)),
});
export type NewToken = z.infer<typeof newTokenSchema>;

// A token gives power, so it is asked for together with one's own password, which goes ahead in a request of its own.
export const newTokenForm = z.extend(newTokenSchema, { own: passwordCheckSchema.shape.password });
export type NewTokenForm = z.infer<typeof newTokenForm>;

import * as z from "zod/mini";
import { passwordLength, passwordWeakness } from "./password";

export const usernameLength = { min: 2, max: 64 } as const;
export const usernamePattern = /^[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/;

/** A name to log in with. Upper and lower case are one name. */
const usernameSchema = z
  .string()
  .check(
    z.trim(),
    z.minLength(usernameLength.min),
    z.maxLength(usernameLength.max),
    z.regex(usernamePattern, "username-characters"),
  );

const newPassword = z.string().check(z.minLength(passwordLength.min), z.maxLength(passwordLength.max));

export const setupSchema = z
  .strictObject({
    token: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
    username: usernameSchema,
    password: newPassword,
  })
  .check((context) => {
    const weakness = passwordWeakness(context.value.password, context.value.username);
    if (weakness)
      context.issues.push({ code: "custom", message: weakness, path: ["password"], input: context.value });
  });
export type Setup = z.infer<typeof setupSchema>;

// What is typed here is compared, never stored, so only its size is bounded: a rule would tell names apart.
const typed = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

export const loginSchema = z.strictObject({ username: typed(200), password: typed(1000) });
export type Login = z.infer<typeof loginSchema>;

export const passwordCheckSchema = z.strictObject({ password: typed(1000) });

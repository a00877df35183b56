import * as z from "zod/mini";
import { isSamePassword, passwordSize, passwordWeakness } from "./password";
import { passwordLength } from "./password-length";
import { roles } from "./roles";

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

// Marks that turn the direction of a text, or cannot be seen, would let one name look like another.
const displayNameSchema = z
  .string()
  .check(z.trim(), z.maxLength(64), z.regex(/^[^\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]*$/u, "control-character"));

// Counted in characters: the checks of the library count most signs beyond the common ones as two.
const newPassword = z.string().check((context) => {
  const input = context.value;
  const size = passwordSize(input);
  const bound = { origin: "string", inclusive: true, input } as const;
  if (size === "short") context.issues.push({ code: "too_small", minimum: passwordLength.min, ...bound });
  if (size === "long") context.issues.push({ code: "too_big", maximum: passwordLength.max, ...bound });
});

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

/** Somebody to add. Without a display name the user name is shown. */
export const newPersonSchema = z.strictObject({
  username: usernameSchema,
  displayName: displayNameSchema,
  role: z.enum(roles),
});
export type NewPerson = z.infer<typeof newPersonSchema>;

export const roleSchema = z.strictObject({ role: z.enum(roles) });

export const disabledSchema = z.strictObject({ disabled: z.boolean() });

/** One's own password. Whether it has too much of one's name is known where the name is. */
export const passwordChangeSchema = z
  .strictObject({ current: typed(1000), password: newPassword })
  .check((context) => {
    const { current, password } = context.value;
    const code = isSamePassword(current, password) ? "password-same" : passwordWeakness(password, "");
    if (code)
      context.issues.push({ code: "custom", message: code, path: ["password"], input: context.value });
  });
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

import * as z from "zod/mini";

/** Of its own, since the page that only asks for a name needs nothing else of what is sent. */
export const configurationNameSchema = z
  .string()
  .check(z.trim(), z.minLength(1, "required"), z.maxLength(100), z.regex(/^\P{Cc}*$/u, "control-character"));

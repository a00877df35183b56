import * as z from "zod/mini";
import { configurationNameSchema } from "@/lib/domain/configurations/name";
import { duplicateNames } from "@/lib/domain/configurations/references";
import { fromForm } from "@/lib/domain/registries/form";
import { type DefinitionForm, definitionFormSchema } from "@/lib/domain/registries/form-schema";

/** The server refuses a name that stands twice, so it is said before the request as well. */
const uniqueNames = z.check<DefinitionForm>(({ value, issues }) => {
  for (const path of duplicateNames(fromForm(value))) {
    issues.push({ code: "custom", message: "duplicate-name", input: value, path });
  }
});

/** Everything a person can change on the page; paths in `definition` are those of the request. */
export const editorFormSchema = z.strictObject({
  name: configurationNameSchema,
  message: z.string().check(z.maxLength(500), z.regex(/^\P{Cc}*$/u, "control-character")),
  definition: definitionFormSchema.check(uniqueNames),
});
export type EditorForm = z.infer<typeof editorFormSchema>;

import * as z from "zod/mini";
import { templateNames } from "@/lib/domain/registries/target";
import type { TemplateName } from "./facts";
import { findTextFaults } from "./text-faults";

/** A containerd template that belongs to a revision and goes to nodes with its file. */
export type ManagedTemplate = { name: TemplateName; text: string };

/** The order they are stored and told in, whatever order they were given in. */
export const byTemplateName = (one: { name: TemplateName }, other: { name: TemplateName }): number =>
  one.name < other.name ? -1 : Number(one.name !== other.name);

/** What keeps a text from being stored is told by one function, here and line by line where a person writes it. */
const textSchema = z.string().check((payload) => {
  for (const code of new Set(findTextFaults(payload.value).map((fault) => fault.code)))
    payload.issues.push({ code: "custom", message: code, input: payload.value });
});

/** The templates of one revision: each of K3s's names at most once. */
export const managedTemplatesSchema = z
  .array(z.strictObject({ name: z.enum(templateNames), text: textSchema }))
  .check(z.refine((list) => new Set(list.map(({ name }) => name)).size === list.length, "template-repeated"));

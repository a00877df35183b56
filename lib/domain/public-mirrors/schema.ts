import * as z from "zod/mini";
import { nameSchema, noteSchema } from "@/lib/domain/nodes/schema";
import { isAddress, isRegistry, toEndpoint, toRegistry } from "@/lib/domain/registries/templates/schema";

const line = z.string().check(z.maxLength(4096), z.regex(/^\P{Cc}*$/u, "control-character"));
/** What is left empty is one fault, not two. */
const filled = z.regex(/\S/u, { error: "required", abort: true });

/** The registry as it stands in image names; `*` for a mirror of all of them. */
const registry = z.pipe(line.check(filled, z.refine(isRegistry, "registry-name")), z.transform(toRegistry));
const address = z.pipe(line.check(filled, z.refine(isAddress, "registry-address")), z.transform(toEndpoint));

/** A mirror that people of this installation found and chose to list. */
export const publicMirrorSchema = z.strictObject({
  name: nameSchema,
  registry,
  address,
  note: z._default(noteSchema, ""),
});
export type PublicMirrorFields = z.output<typeof publicMirrorSchema>;

export type PublicMirrorView = PublicMirrorFields & { id: string; createdAt: string; createdByName: string };

/** What a list of them is offered with: where it leads and what it is called. */
export type PublicMirrorOffer = Pick<PublicMirrorView, "id" | "name" | "registry" | "address">;

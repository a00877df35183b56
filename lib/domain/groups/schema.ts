import * as z from "zod/mini";
import { idSchema, nameSchema, noteSchema } from "@/lib/domain/nodes/schema";
import { usualOptionsSchema } from "@/lib/domain/pushes/options";
import { widest } from "@/lib/domain/pushes/strategy";

export const groupSchema = z.strictObject({
  name: nameSchema,
  note: z._default(noteSchema, ""),
  configurationId: z._default(z.nullable(idSchema), null),
  nodeIds: z._default(z.array(idSchema).check(z.maxLength(5000)), []),
});
export type NewGroup = z.infer<typeof groupSchema>;

export const updateGroupSchema = z.partial(
  z.strictObject({
    name: nameSchema,
    note: noteSchema,
    configurationId: z.nullable(idSchema),
    nodeIds: z.array(idSchema).check(z.maxLength(5000)),
    /** Joins these nodes to the members there are, whoever changes those meanwhile. */
    addNodeIds: z.array(idSchema).check(z.maxLength(5000)),
    width: z.number().check(z.int(), z.minimum(1), z.maximum(widest)),
    stopAfter: z.number().check(z.int(), z.minimum(0), z.maximum(1000)),
    usual: usualOptionsSchema,
  }),
);
export type UpdateGroup = z.infer<typeof updateGroupSchema>;

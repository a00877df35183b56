import * as z from "zod/mini";
import { formSchema } from "@/components/fields/form-schema";
import { parseNodeLines } from "@/lib/domain/nodes/lines";
import { importNodesSchema } from "@/lib/domain/nodes/schema";

export type ImportForm = { text: string; username: string; sshCredentialId: string; groupId: string };

const hasLine = (text: string) => text.trim() === "" || parseNodeLines(text).nodes.length > 0;

export const importFormSchema = formSchema(
  (form: ImportForm) => ({
    ...form,
    text: form.text.trim() === "" ? "" : form.text,
    username: form.username.trim() || null,
    groupId: form.groupId || null,
  }),
  importNodesSchema.check(
    z.refine(({ text }) => hasLine(text), { path: ["text"], message: "no-node-lines" }),
  ),
);

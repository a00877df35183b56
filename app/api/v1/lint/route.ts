import * as z from "zod/mini";
import { lint } from "@/lib/domain/registries/lint/lint";
import { targetSchema } from "@/lib/domain/registries/target";
import { route } from "@/lib/server/http/handler";
import { wordFindings } from "./wording";

const mebibyte = 1024 * 1024;

export const POST = route({
  permission: "read",
  body: z.strictObject({
    yaml: z.string().check(z.maxLength(mebibyte)),
    target: z.optional(targetSchema),
  }),
  // JSON writes a control character of the text as six bytes.
  maxBytes: 6 * mebibyte,
  handle: async ({ body, actor }) => ({
    findings: await wordFindings(lint(body.yaml, body.target), actor.locale),
  }),
});

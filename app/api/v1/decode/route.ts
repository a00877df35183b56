import * as z from "zod/mini";
import { decode } from "@/lib/domain/registries/decode";
import { route } from "@/lib/server/http/handler";

const mebibyte = 1024 * 1024;

export const POST = route({
  permission: "read",
  body: z.strictObject({ yaml: z.string().check(z.maxLength(mebibyte)) }),
  // JSON writes a control character of the text as six bytes.
  maxBytes: 6 * mebibyte,
  handle: ({ body }) => decode(body.yaml),
});

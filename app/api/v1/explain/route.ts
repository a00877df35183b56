import { createTranslator } from "use-intl/core";
import * as z from "zod/mini";
import { decode } from "@/lib/domain/registries/decode";
import { explain } from "@/lib/domain/registries/explain/explain";
import { assumptions } from "@/lib/domain/registries/explain/explanation";
import { sayExplanation } from "@/lib/domain/registries/explain/say";
import { targetSchema, toTarget } from "@/lib/domain/registries/target";
import { loadMessages } from "@/lib/i18n/messages";
import { readerLocale } from "@/lib/server/auth/request-headers";
import { route } from "@/lib/server/http/handler";

const mebibyte = 1024 * 1024;

export const POST = route({
  permission: "read",
  body: z.strictObject({
    yaml: z.string().check(z.maxLength(mebibyte)),
    image: z.string().check(z.maxLength(4096)),
    target: z.optional(targetSchema),
    assume: z.optional(z.record(z.string().check(z.regex(/^[1-9]\d{0,5}$/)), z.enum(assumptions))),
  }),
  // JSON writes a control character of the text as six bytes.
  maxBytes: 6 * mebibyte,
  handle: async ({ body: { yaml, image, target, assume }, request }) => {
    const decoded = decode(yaml);
    if (!decoded.ok) return Response.json(decoded, { status: 422 });
    const question = { decoded: decoded.result, image, target: toTarget(target), assume: assume ?? {} };
    const locale = readerLocale(request.headers);
    const messages = await loadMessages(locale);
    return sayExplanation(explain(question), createTranslator({ locale, namespace: "explain", messages }));
  },
});

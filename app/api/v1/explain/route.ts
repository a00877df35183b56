import { createTranslator } from "use-intl/core";
import * as z from "zod/mini";
import { decode } from "@/lib/domain/registries/decode";
import { explain } from "@/lib/domain/registries/explain/explain";
import { sayExplanation } from "@/lib/domain/registries/explain/say";
import { assumeSchema, imageSchema, largestQuestion, yamlSchema } from "@/lib/domain/registries/questions";
import { targetSchema, toTarget } from "@/lib/domain/registries/target";
import { loadMessages } from "@/lib/i18n/messages";
import { route } from "@/lib/server/http/handler";

export const POST = route({
  permission: "read",
  body: z.strictObject({
    yaml: yamlSchema,
    image: imageSchema,
    target: z.optional(targetSchema),
    assume: z.optional(assumeSchema),
  }),
  maxBytes: largestQuestion,
  handle: async ({ body: { yaml, image, target, assume }, actor: { locale } }) => {
    const decoded = decode(yaml);
    if (!decoded.ok) return Response.json(decoded, { status: 422 });
    const question = { decoded: decoded.result, image, target: toTarget(target), assume: assume ?? {} };
    const messages = await loadMessages(locale);
    return sayExplanation(explain(question), createTranslator({ locale, namespace: "explain", messages }));
  },
});

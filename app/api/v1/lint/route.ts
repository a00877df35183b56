import { createTranslator } from "use-intl/core";
import * as z from "zod/mini";
import { lint } from "@/lib/domain/registries/lint/lint";
import { largestQuestion, yamlSchema } from "@/lib/domain/registries/questions";
import { targetSchema } from "@/lib/domain/registries/target";
import { loadMessages } from "@/lib/i18n/messages";
import { wordFindings } from "@/lib/i18n/word-findings";
import { route } from "@/lib/server/http/handler";

export const POST = route({
  permission: "read",
  body: z.strictObject({ yaml: yamlSchema, target: z.optional(targetSchema) }),
  maxBytes: largestQuestion,
  handle: async ({ body, actor: { locale } }) => {
    const messages = await loadMessages(locale);
    const say = {
      lint: createTranslator({ locale, namespace: "lint", messages }),
      findings: createTranslator({ locale, namespace: "findings", messages }),
    };
    return { findings: wordFindings(lint(body.yaml, body.target), say) };
  },
});

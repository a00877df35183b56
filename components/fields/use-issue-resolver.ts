"use client";
import { toNestErrors } from "@hookform/resolvers";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FieldValues, Resolver } from "react-hook-form";
import type * as z from "zod/mini";
import { toFieldIssues } from "@/lib/domain/issues";
import { toFormErrors } from "./to-form-errors";

/** Checks a form with the schema that its API uses, and says what is wrong in the same words. */
export function useIssueResolver<Form extends FieldValues, Out>(
  schema: z.ZodMiniType<Out, Form>,
): Resolver<Form, unknown, Out> {
  const t = useTranslations("issues");
  return useMemo(
    () => (values, _context, options) => {
      const result = schema.safeParse(values);
      if (result.success) return { values: result.data, errors: {} };
      const flat = toFormErrors(toFieldIssues(result.error, values), t);
      return {
        values: {},
        errors: toNestErrors<Form>(flat as Parameters<typeof toNestErrors<Form>>[0], options),
      };
    },
    [schema, t],
  );
}

"use client";
import { toNestErrors } from "@hookform/resolvers";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FieldError, FieldValues, Resolver } from "react-hook-form";
import type * as z from "zod/mini";
import type { FieldIssue } from "@/lib/domain/errors";
import { toFieldIssues } from "@/lib/domain/issues";
import { type IssueTranslator, issueMessage } from "./issue-message";

/** Refused values by place; of several at one place the first counts. `type` keeps the code for those who ask. */
export function toFormErrors(issues: readonly FieldIssue[], t: IssueTranslator): Record<string, FieldError> {
  const errors: Record<string, FieldError> = {};
  for (const issue of issues) {
    const place = issue.path.length > 0 ? issue.path.join(".") : "root";
    errors[place] ??= { type: issue.code, message: issueMessage(t, issue) };
  }
  return errors;
}

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

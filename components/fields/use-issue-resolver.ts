"use client";
import { toNestErrors } from "@hookform/resolvers";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { FieldValues, Resolver, ResolverOptions } from "react-hook-form";
import type * as z from "zod/mini";
import type { Part } from "@/lib/client/part";
import { toFieldIssues } from "@/lib/domain/issues";
import type { IssueTranslator } from "./issue-message";
import { toFormErrors } from "./to-form-errors";

type Checks<Form, Out> = { schema: z.ZodMiniType<Out, Form>; t: IssueTranslator };

function check<Form extends FieldValues, Out>(
  values: Form,
  options: ResolverOptions<Form>,
  { schema, t }: Checks<Form, Out>,
) {
  const result = schema.safeParse(values);
  if (result.success) return { values: result.data, errors: {} };
  const flat = toFormErrors(toFieldIssues(result.error, values), t);
  return {
    values: {},
    errors: toNestErrors<Form>(flat as Parameters<typeof toNestErrors<Form>>[0], options),
  };
}

/** Checks a form with the schema that its API uses, and says what is wrong in the same words. */
export function useIssueResolver<Form extends FieldValues, Out>(
  schema: z.ZodMiniType<Out, Form>,
): Resolver<Form, unknown, Out> {
  const t = useTranslations("issues");
  return useMemo(() => (values, _context, options) => check(values, options, { schema, t }), [schema, t]);
}

/** The same with a schema that comes later. Where it cannot be fetched the API alone checks, and says the same. */
export function useLateResolver<Form extends FieldValues>(
  part: Part<z.ZodMiniType<Form, Form>>,
): Resolver<Form, unknown, Form> {
  const t = useTranslations("issues");
  return useMemo(
    () => async (values, _context, options) => {
      const schema = await part.load().catch(() => null);
      return schema ? check(values, options, { schema, t }) : { values, errors: {} };
    },
    [part, t],
  );
}

"use client";
import { type FormEvent, useState } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import type { ApiError } from "@/lib/client/api";
import type { Result } from "@/lib/domain/result";

type Options<Form extends FieldValues, Out, Value> = {
  form: UseFormReturn<Form, unknown, Out>;
  /** Usually one `apiRequest`. */
  send: (values: Out) => Promise<Result<Value, ApiError>>;
  onSuccess: (value: Value, values: Out) => void;
  /** Where the form holds what the API names otherwise; return undefined for what no field shows. */
  toField?: (path: (string | number)[]) => FieldPath<Form> | undefined;
  /** Where the reader's own password is typed, which the server may find wrong. */
  ownPassword?: FieldPath<Form>;
};

/** Shows refused values at their fields and puts the focus on the first of them. */
function showIssues<Form extends FieldValues, Out, Value>(
  error: ApiError,
  options: Options<Form, Out, Value>,
) {
  const { form, toField = (path) => path.join(".") as FieldPath<Form> } = options;
  for (const [index, issue] of error.issues.entries()) {
    const name = toField(issue.path);
    if (name) form.setError(name, { type: issue.code, message: issue.message }, { shouldFocus: index === 0 });
  }
}

/** A wrong password is told where it was typed, and nowhere else. */
function toldAtPassword<Form extends FieldValues, Out, Value>(
  { reason, message }: ApiError,
  { form, ownPassword }: Options<Form, Out, Value>,
): boolean {
  if (ownPassword === undefined || reason !== "passwordWrong") return false;
  form.setError(ownPassword, { type: reason, message }, { shouldFocus: true });
  return true;
}

/**
 * Submits a form to the API: checks it here first, sends it once at a time, maps refused values back to their fields.
 * Give `submit` to the form, `pending` to its button and `error` to `FormError`.
 */
export function useApiSubmit<Form extends FieldValues, Out, Value>(options: Options<Form, Out, Value>) {
  const { form, send, onSuccess } = options;
  const [error, setError] = useState<ApiError>();
  const [pending, setPending] = useState(false);

  async function deliver(values: Out) {
    setError(undefined);
    setPending(true);
    try {
      const result = await send(values);
      if (result.ok) return onSuccess(result.value, values);
      if (toldAtPassword(result.error, options)) return;
      setError(result.error);
      showIssues(result.error, options);
    } finally {
      setPending(false);
    }
  }

  function submit(event: FormEvent) {
    event.stopPropagation();
    event.preventDefault();
    if (!pending) void form.handleSubmit(deliver)(event);
  }

  return { submit, pending, error, clearError: () => setError(undefined) };
}

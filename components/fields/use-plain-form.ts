"use client";
import { useTranslations } from "next-intl";
import { type ChangeEvent, type FormEvent, useEffect, useRef, useState } from "react";
import type { FieldError } from "react-hook-form";
import type * as z from "zod/mini";
import { usePreloaded } from "@/components/ui/use-part";
import type { ApiError } from "@/lib/client/api";
import type { Part } from "@/lib/client/part";
import { toFieldIssues } from "@/lib/domain/issues";
import type { Result } from "@/lib/domain/result";
import { toFormErrors } from "./to-form-errors";

type Errors = Record<string, FieldError>;

export type PlainControl = {
  name: string;
  value: string;
  error: FieldError | undefined;
  onChange: (event: ChangeEvent<HTMLInputElement>) => void;
};

type Options<Values, Value> = {
  initial: Values;
  /** A constant list of one, so that it is fetched once. */
  schema: readonly [Part<z.ZodMiniType<Values, Values>>];
  send: (values: Values) => Promise<Result<Value, ApiError>>;
  onSuccess: (value: Value) => void;
  /** Where the reader's own password is typed: a wrong one is told there, and nowhere else. */
  ownPassword?: keyof Values & string;
};

/** Checks by the schema that the API uses. Where it cannot be fetched the API alone checks, and says the same. */
function useCheck<Values>([schema]: Options<Values, unknown>["schema"]) {
  const t = useTranslations("issues");
  return async (values: Values): Promise<{ values: Values; errors: Errors }> => {
    const result = (await schema.load().catch(() => null))?.safeParse(values);
    if (!result) return { values, errors: {} };
    if (result.success) return { values: result.data, errors: {} };
    return { values, errors: toFormErrors(toFieldIssues(result.error, values), t) };
  };
}

/** A form of a few texts, on pages that people wait for: the library of the larger forms weighs more than such a page. */
export function usePlainForm<Values extends Record<string, string>, Value>(options: Options<Values, Value>) {
  const { initial, schema, send, onSuccess, ownPassword } = options;
  usePreloaded(schema);
  const check = useCheck(schema);
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Errors>({});
  const [error, setError] = useState<ApiError>();
  const [pending, setPending] = useState(false);
  const wasSent = useRef(false);
  const box = useRef<HTMLFormElement>(null);
  // What somebody typed, or the browser filled in, before the scripts came.
  useEffect(() => {
    const inputs = [...(box.current?.querySelectorAll<HTMLInputElement>("input[name]") ?? [])];
    const typed = inputs.filter(({ value }) => value !== "").map(({ name, value }) => [name, value]);
    if (typed.length > 0) setValues((last) => ({ ...last, ...Object.fromEntries(typed) }));
  }, []);

  async function deliver(form: HTMLFormElement): Promise<void> {
    setError(undefined);
    const checked = await check(values);
    const result = Object.keys(checked.errors).length === 0 ? await send(checked.values) : null;
    if (result?.ok) return onSuccess(result.value);
    const wrongPassword = result && atPassword(result.error, ownPassword);
    const refused = wrongPassword ?? (result ? toErrors(result.error) : checked.errors);
    setErrors(refused);
    if (result && !wrongPassword) setError(result.error);
    focusOn(
      Object.keys(initial).find((name) => refused[name]),
      form,
    );
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (pending) return;
    wasSent.current = true;
    setPending(true);
    void deliver(event.currentTarget).finally(() => setPending(false));
  }

  /** Once it was sent, each change tells at once whether it helped. */
  async function change(name: string, value: string): Promise<void> {
    const next = { ...values, [name]: value };
    setValues(next);
    if (!wasSent.current) return;
    const { errors: found } = await check(next);
    setErrors(({ [name]: _, ...others }) => (found[name] ? { ...others, [name]: found[name] } : others));
  }

  const control = (name: keyof Values & string): PlainControl => ({
    name,
    value: values[name] ?? "",
    error: errors[name],
    onChange: ({ currentTarget }) => void change(name, currentTarget.value),
  });
  return { box, control, submit, pending, error };
}

const toErrors = ({ issues }: ApiError): Errors =>
  Object.fromEntries(issues.map(({ path, code, message }) => [path.join("."), { type: code, message }]));

const atPassword = ({ reason, message }: ApiError, field: string | undefined): Errors | null =>
  field !== undefined && reason === "passwordWrong" ? { [field]: { type: reason, message } } : null;

function focusOn(name: string | undefined, form: HTMLFormElement): void {
  if (name !== undefined) form.querySelector<HTMLInputElement>(`[name="${name}"]`)?.focus();
}

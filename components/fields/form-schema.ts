import * as z from "zod/mini";

/** Checks a form by turning it into its request first, with the schema that the API uses. */
export const formSchema = <Form, Out>(
  toRequest: (form: Form) => unknown,
  request: z.ZodMiniType<Out, unknown>,
): z.ZodMiniType<Out, Form> => z.pipe(z.pipe(z.custom<Form>(), z.transform(toRequest)), request);

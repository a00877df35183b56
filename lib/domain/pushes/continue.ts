import * as z from "zod/mini";

/**
 * What a person says who lets a push go on: with null that a pause ends, or that they agree after so many agreed
 * before. A page that shows an older state agrees to nothing that it did not show.
 */
export const continuePushSchema = z.strictObject({ approval: z.nullable(z.int().check(z.minimum(0))) });
export type ContinuePush = z.infer<typeof continuePushSchema>;

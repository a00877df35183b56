import * as z from "zod/mini";
import { newPersonSchema, passwordCheckSchema, roleSchema } from "./schema";

// What gives power is asked for together with one's own password, which goes ahead of it in a request of its own.
const own = { own: passwordCheckSchema.shape.password };

export const newPersonForm = z.extend(newPersonSchema, own);

export const roleForm = z.extend(roleSchema, own);

export const ownPasswordForm = z.strictObject(own);

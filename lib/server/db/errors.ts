import "server-only";
import { Prisma } from "./generated/sqlite/client";

const known = (error: unknown) =>
  error instanceof Prisma.PrismaClientKnownRequestError ? error.code : undefined;

/** A row with the same unique value exists (Prisma P2002). */
export const isUniqueViolation = (error: unknown): boolean => known(error) === "P2002";

/** Another row still needs this one, or the row it names does not exist (Prisma P2003). */
export const isForeignKeyViolation = (error: unknown): boolean => known(error) === "P2003";

/** The row to change or delete does not exist (Prisma P2025). */
export const isMissingRow = (error: unknown): boolean => known(error) === "P2025";

/** The database did not answer in time; the same request may work in a moment (Prisma P1008, P2024, P2028, P2034). */
export const isDatabaseBusy = (error: unknown): boolean =>
  ["P1008", "P2024", "P2028", "P2034"].includes(known(error) ?? "");

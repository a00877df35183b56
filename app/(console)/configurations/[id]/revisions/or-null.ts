import { AppError } from "@/lib/domain/errors";

/** A revision in an address may be gone or never have been; the page then says so itself. */
export const orNull = (error: unknown): null => {
  if (error instanceof AppError && error.code === "not-found") return null;
  throw error;
};

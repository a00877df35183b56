import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { AppError } from "@/lib/domain/errors";
import { requireActor } from "@/lib/server/auth/actor";
import { getConfiguration } from "@/lib/server/configurations/queries";

/** The configuration of a page, read once per request; a missing one is the page that says so. */
export const findConfiguration = cache(async (id: string) => {
  const actor = await requireActor();
  try {
    return await getConfiguration(actor, id);
  } catch (error) {
    if (error instanceof AppError && error.code === "not-found") notFound();
    throw error;
  }
});

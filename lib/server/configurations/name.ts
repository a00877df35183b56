import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Tx } from "@/lib/server/db/client";

/** Names that differ in case or in width only would be read as one. */
export const nameKeyOf = (name: string): string => name.normalize("NFKC").toLowerCase();

export const refuseTakenName = async (tx: Tx, name: string, except?: string): Promise<void> => {
  const taken = await tx.configuration.findUnique({
    where: { nameKey: nameKeyOf(name) },
    select: { id: true },
  });
  if (!taken || taken.id === except) return;
  throw new AppError("conflict", "configurationNameTaken", {
    params: { name },
    issues: [{ path: ["name"], code: "taken" }],
  });
};

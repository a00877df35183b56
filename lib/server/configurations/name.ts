import "server-only";
import { AppError } from "@/lib/domain/errors";
import { nameKeyOf } from "@/lib/domain/named";
import type { Tx } from "@/lib/server/db/client";

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

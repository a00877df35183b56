import { db } from "@/lib/server/db/client";
import { actorWith } from "./actors";

/** Two operators: one who locks, and one who is kept from pushing. */
export const tom = actorWith("operator", { userId: "user-tom", name: "tom" });
export const mei = actorWith("operator", { userId: "user-mei", name: "mei" });

export const hour = 60 * 60 * 1000;
export const ahead = (ms = hour) => new Date(Date.now() + ms).toISOString();
export const maintenance = () => ({ until: ahead(), reason: "maintenance" });

/** What a lock refuses with. */
export const locked = { code: "conflict", reason: "groupLocked" };

/** Takes every lock away, whoever set it. */
export const unlockAll = () =>
  db().group.updateMany({
    data: { lockedUntil: null, lockReason: null, lockedById: null, lockedByName: null },
  });

import "server-only";
import { db } from "@/lib/server/db/client";
import { singleton } from "@/lib/server/singleton";

const known = singleton("setup.done", () => ({ done: false }));

/** Whether the first administrator exists. Once true it stays true: the last administrator cannot be deleted. */
export async function isSetUp(): Promise<boolean> {
  known.done ||= (await db().user.findFirst({ select: { id: true } })) !== null;
  return known.done;
}

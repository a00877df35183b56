import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { Db, Tx } from "@/lib/server/db/client";

/** A replacement that still waits, with the credential it is for and the nodes that use it. */
export async function getWaiting(source: Db | Tx, id: string) {
  const replacement = await source.sshReplacement.findUnique({
    where: { id },
    include: {
      sshCredential: {
        include: { nodes: { select: { id: true, name: true, username: true }, orderBy: { name: "asc" } } },
      },
    },
  });
  if (!replacement) throw new AppError("conflict", "sshReplacementGone");
  const { sshCredential: credential, ...rest } = replacement;
  const target = { type: "ssh-credential", id: credential.id, name: credential.name };
  return { replacement: rest, credential, target };
}

/** Nodes that log in as somebody of their own go on so; the others take the user of the credential. */
export const followsUser = (node: { username: string }, credential: { username: string }): boolean =>
  node.username === credential.username;

import "server-only";
import { AppError } from "@/lib/domain/errors";
import { inParallel } from "@/lib/domain/in-parallel";
import { answerTo, countAnswers, type TriedNode, type UntriedReason } from "@/lib/domain/nodes/login-trial";
import type { SshReplacementView } from "@/lib/domain/nodes/views";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { openStoredWithSecret, readyLogin, replacementPlace } from "./stored-login";
import { tryLogin } from "./try-login";
import { toReplacementView } from "./views";
import { followsUser, getWaiting } from "./waiting-replacement";

const nodesAtOnce = 10;
const allInAllMs = 50_000;

type Tried = Omit<TriedNode, "node">;
const untried = (why: UntriedReason): Tried => ({ answer: "untried", why });

/**
 * Failed passwords may lock the account, everywhere where a directory keeps it: so the first one that is refused is the
 * last one that is sent, and until one worked they are sent one after the other.
 */
async function tryAll<Node>(
  nodes: readonly Node[],
  ask: (node: Node) => Promise<Tried>,
  { isPassword, allMs }: { isPassword: boolean; allMs: number },
): Promise<Tried[]> {
  const end = Date.now() + allMs;
  let isStopped = false;
  let isProven = !isPassword;
  const next = async (node: Node): Promise<Tried> => {
    if (isStopped) return untried("stopped");
    if (Date.now() >= end) return untried("time");
    const tried = await ask(node);
    if (tried.answer === "refused" && isPassword) isStopped = true;
    if (tried.answer === "works") isProven = true;
    return tried;
  };
  const alone: Tried[] = [];
  for (const node of nodes) {
    if (isProven) break;
    alone.push(await next(node));
  }
  return [...alone, ...(await inParallel(nodes.slice(alone.length), nodesAtOnce, next))];
}

type Waiting = Awaited<ReturnType<typeof getWaiting>>;

/**
 * Keeps what was told, for who comes back to it and for the decision to use the replacement. That it was tried is on the
 * record also where it waits no more.
 */
async function keepTrial(
  { replacement, target }: Waiting,
  nodes: TriedNode[],
  actor: Actor,
): Promise<SshReplacementView> {
  const { id, fingerprint } = replacement;
  const trial = JSON.stringify({ at: new Date().toISOString(), byName: actor.name, nodes });
  await db().$transaction(async (tx) => {
    await tx.sshReplacement.updateMany({ where: { id }, data: { trial } });
    await recordAudit(tx, actor, {
      action: "ssh-credential.replacement-tried",
      target,
      detail: { fingerprint, ...countAnswers({ nodes }) },
    });
  });
  return toReplacementView((await getWaiting(db(), id)).replacement);
}

/**
 * Tries what waits on the nodes that use the credential: each is logged in to and left. Only host keys that are trusted
 * already are talked to, and jump hosts on the way are logged in to as they are now.
 */
export async function trySshReplacement(
  id: string,
  actor: Actor,
  { allMs = allInAllMs }: { allMs?: number } = {},
): Promise<SshReplacementView> {
  authorize(actor, "credentials:write");
  authorize(actor, "nodes:write");
  const waiting = await getWaiting(db(), id);
  const { replacement, credential } = waiting;
  const stored = openStoredWithSecret(replacement.sealed, replacementPlace(id));
  const login = readyLogin(stored);
  const ask = async (node: (typeof credential.nodes)[number]): Promise<Tried> => {
    const username = followsUser(node, credential) ? replacement.username : node.username;
    try {
      const fault = await tryLogin(node.id, { username, login });
      return fault === null ? { answer: "works", why: null } : answerTo(fault);
    } catch (error) {
      // One that was deleted meanwhile, or lost its way, is no reason to tell nothing of the others.
      if (error instanceof AppError) return untried("gone");
      throw error;
    }
  };
  const tried = await tryAll(credential.nodes, ask, { isPassword: stored.kind === "password", allMs });
  const nodes = credential.nodes.flatMap(({ id: nodeId, name }, at) => {
    const told = tried[at];
    return told ? [{ node: { id: nodeId, name }, ...told }] : [];
  });
  return keepTrial(waiting, nodes, actor);
}

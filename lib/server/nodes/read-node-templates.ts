import "server-only";
import type { NodeTemplate } from "@/lib/domain/containerd-template/facts";
import { maskTemplate } from "@/lib/domain/containerd-template/mask";
import type { TemplateFile } from "@/lib/domain/containerd-template/on-node";
import { AppError } from "@/lib/domain/errors";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { TemplatesView } from "@/lib/domain/nodes/views";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { judgeOn } from "@/lib/server/node-program/templates";
import { lookAtNode } from "./look-at-node";

/** A template may hold logins, so its text leaves the server masked only. */
function toShown(facts: NodeFacts, files: readonly TemplateFile[]): NodeTemplate[] {
  const judged = judgeOn(facts, files);
  return judged.map((fact, at) => {
    const text = files[at]?.text ?? null;
    const shown = text === null ? null : maskTemplate(text);
    return { ...fact, text: shown, masked: shown !== text };
  });
}

/** Looks at a node and shows its containerd templates. Nothing is changed there, and no text is kept. */
export async function readNodeTemplates(id: string, actor: Actor): Promise<TemplatesView> {
  authorize(actor, "nodes:write");
  const node = await db().node.findUnique({ where: { id } });
  if (!node) throw new AppError("not-found", "nodeNotFound");
  let templates: NodeTemplate[] = [];
  const look = await lookAtNode(id, async (_session, facts, files) => {
    templates = toShown(facts, files);
  });
  await recordAudit(db(), actor, {
    action: "node.templates-read",
    target: { type: "node", id, name: node.name },
    result: look.ok ? "ok" : "failed",
    detail: look.ok ? { files: templates.map(({ path }) => path) } : { fault: look.fault.code },
  });
  return look.ok
    ? { ok: true, templates }
    : { ok: false, fault: { ...look.fault, params: { ...look.fault.params } } };
}

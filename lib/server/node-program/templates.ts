import "server-only";
import { createHash } from "node:crypto";
import { templateFolder } from "@/lib/domain/containerd-template/facts";
import {
  isTemplatePath,
  judgeFiles,
  type TemplateFile,
  templateLimit,
} from "@/lib/domain/containerd-template/on-node";
import type { NodeFacts } from "@/lib/domain/nodes/facts";
import type { Survey } from "@/lib/domain/nodes/survey";
import { templateNames } from "@/lib/domain/registries/target";
import { SshFault } from "@/lib/server/ssh/fault";
import type { SshSession } from "@/lib/server/ssh/session";
import { askSurvey } from "./ask-survey";
import { locationOptions } from "./options";

/** A template with the digest that the node tells, which a push compares. */
export type HeldTemplate = TemplateFile & { sha256: string };

const utf8 = new TextDecoder("utf-8", { fatal: true });

/** Null for what is no text, or none a person would write. */
function toText(bytes: Uint8Array): string | null {
  try {
    const text = utf8.decode(bytes);
    return /(?![\t\n\r])\p{Cc}/u.test(text) ? null : text;
  } catch {
    return null;
  }
}

function toFile(found: Survey, folder: string, name: TemplateFile["name"]): HeldTemplate | null {
  const factOf = (key: string) => found.facts.find((fact) => fact.name === `${key}-${name}`)?.value;
  const told = found.texts.find((text) => text.name === name);
  if (told === undefined) return null;
  const size = Number(factOf("size"));
  const sha256 = factOf("sha256") ?? "";
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new SshFault("protocol", { reason: "template-digest" });
  // A node that means harm may claim any size.
  const whole = size <= templateLimit && told.bytes.length <= templateLimit;
  if (whole && createHash("sha256").update(told.bytes).digest("hex") !== sha256)
    throw new SshFault("protocol", { reason: "changed-while-read" });
  return { path: `${folder}/${name}`, name, size, sha256, text: whole ? toText(told.bytes) : null };
}

/** The templates of a node as they are there. They may hold secrets. */
async function readTemplates(session: SshSession, facts: NodeFacts): Promise<HeldTemplate[]> {
  if (facts.dataDir === null || !facts.userTemplates.some(isTemplatePath)) return [];
  const folder = templateFolder(facts.dataDir);
  const found = await askSurvey(session, "templates", locationOptions(facts));
  return templateNames.flatMap((name) => toFile(found, folder, name) ?? []);
}

/** The release that starts next reads the templates. */
export const judgeOn = (facts: NodeFacts, files: readonly TemplateFile[]) =>
  judgeFiles(files, { version: facts.installedVersion ?? facts.runningVersion, dataDir: facts.dataDir });

/** What a look told, and the templates it found; their text is for who asked and is not kept. */
export type Probed = { facts: NodeFacts; templates: HeldTemplate[] };

/** Adds what the templates do. */
export async function withTemplates(session: SshSession, facts: NodeFacts): Promise<Probed> {
  const templates = await readTemplates(session, facts);
  const judged = judgeOn(facts, templates).map((fact, at) => {
    const sha256 = templates[at]?.sha256;
    return sha256 === undefined ? fact : { ...fact, sha256 };
  });
  return { facts: { ...facts, templates: judged }, templates };
}

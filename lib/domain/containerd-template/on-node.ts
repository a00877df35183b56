import { parseVersion, templateNames } from "@/lib/domain/registries/target";
import type { Judgement, TemplateFact, TemplateName } from "./facts";
import { judgeTemplate } from "./judge";

/** A template as it lies on a node. The text is null where it is none, or too large to be read. */
export type TemplateFile = { path: string; name: TemplateName; size: number; text: string | null };

/** No honest template is as large; K3s's own has about 4 KiB. */
export const templateLimit = 64 * 1024;

const utf8 = new TextEncoder();
/** In bytes, as the limit is. */
export const sizeOf = (text: string): number => utf8.encode(text).length;

/** A text as it will lie in a folder of a node. */
export const fileIn = (
  folder: string,
  { name, text }: { name: TemplateName; text: string },
): TemplateFile => ({
  path: `${folder}/${name}`,
  name,
  size: sizeOf(text),
  text,
});

const told = (verdict: Judgement["verdict"], reason: Judgement["reason"]): Judgement => ({
  verdict,
  reason,
  logins: null,
  line: null,
});

/**
 * Since v1.31.6 and v1.32.2 K3s takes config-v3.toml.tmpl, else config.toml.tmpl, and only the latter before
 * (pkg/agent/containerd/config.go, 06ea261). Null where the file is the one that is read.
 */
function whyUnread(name: TemplateName, files: readonly TemplateFile[], isNew: boolean): Judgement | null {
  if (name === "config-v3.toml.tmpl") return isNew ? null : told("unread", "older-release");
  const displaced = isNew && files.some((file) => file.name === "config-v3.toml.tmpl");
  return displaced ? told("unread", "displaced") : null;
}

export const isTemplatePath = (path: string): boolean =>
  templateNames.some((name) => path.endsWith(`/${name}`));

/** What each template of a node does there. `version` is the release that will read it. */
export function judgeFiles(
  files: readonly TemplateFile[],
  node: { version: string | null; dataDir: string | null },
): TemplateFact[] {
  const version = node.version === null ? null : parseVersion(node.version);
  const judge = (file: TemplateFile): Judgement => {
    if (version === null || node.dataDir === null) return told("unknown", "no-release");
    const unread = whyUnread(file.name, files, version.family >= "H");
    if (unread) return unread;
    if (file.size > templateLimit) return told("unknown", "too-large");
    if (file.text === null) return told("unknown", "not-text");
    return judgeTemplate(file.text, file.name, { family: version.family, dataDir: node.dataDir });
  };
  return files.map((file) => ({ path: file.path, name: file.name, ...judge(file) }));
}

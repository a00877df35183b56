import "server-only";
import { createHash } from "node:crypto";
import type { TemplateName } from "@/lib/domain/containerd-template/facts";
import { maskTemplate } from "@/lib/domain/containerd-template/mask";
import { cutSecretRests } from "@/lib/domain/node-files/plain-remarks";
import { keepChanges } from "@/lib/domain/pushes/hunks";
import type { NodeDiff, TemplateDiff } from "@/lib/domain/pushes/views";
import { maskSecrets } from "@/lib/domain/registries/mask";
import { mapNotes } from "@/lib/domain/registries/mask-notes";
import { parse } from "@/lib/domain/registries/parse";
import { render } from "@/lib/domain/registries/render";
import { diffLines } from "@/lib/server/diff-lines";
import { secretLabel } from "@/lib/server/secret-label";
import type { Wanted } from "./wanted";

/** A file with its secrets masked, in canonical layout; null when K3s could not read it either. */
function maskedText(text: string): string | null {
  if (text.trim() === "") return "";
  const parsed = parse(text);
  if (!parsed.ok) return null;
  const rests = cutSecretRests(parsed.remarks, text);
  const hideRest = (line: string) => (rests.has(line.trim()) ? secretLabel(line.trim()) : line);
  const masked = maskSecrets(parsed.definition, secretLabel);
  return render(
    rests.size === 0 ? masked : mapNotes(masked, (note) => note.split("\n").map(hideRest).join("\n")),
  );
}

const compare = (before: string | null, after: string, files: string[]): NodeDiff => ({
  ...keepChanges(diffLines(before ?? "", after)),
  files,
  unreadable: before === null,
});

/**
 * What a push would change in a node's file. Both sides are masked and laid out alike, so only meaning and notes
 * show; a file that cannot be parsed shows nothing, since a secret in it cannot be told from the rest.
 */
export const diffFiles = (present: string, wanted: string, files: string[]): NodeDiff =>
  compare(maskedText(present), maskedText(wanted) ?? "", files);

type PushedFile = Pick<Wanted, "text" | "certificates" | "templates" | "hide">;

/** A template that a push writes or takes away, and the text on the node: null where it is none that can be shown. */
export type ChangedTemplate = { name: TemplateName; action: TemplateDiff["action"]; before: string | null };

function diffTemplate(
  { templates, hide }: PushedFile,
  { name, action, before }: ChangedTemplate,
): TemplateDiff {
  const goal = action === "write" ? templates.find((template) => template.name === name) : undefined;
  const mask = (text: string) => hide({ text: maskTemplate(text) })["text"] ?? "";
  const kept = keepChanges(diffLines(mask(before ?? ""), mask(goal?.text ?? "")));
  return { name, action, ...kept, unreadable: before === null };
}

/** What was found for a file that is pushed, by the digest of the file before it. Kept as long as that file. */
const found = new WeakMap<PushedFile, { after: string; diffs: Map<string, NodeDiff> }>();

/**
 * The diff of a file of this SHA-256, where one was made for another node already: then the file need not be read from
 * this one.
 */
export const findDiff = (
  sha256: string,
  wanted: PushedFile,
  changed: readonly ChangedTemplate[],
): NodeDiff | undefined => found.get(wanted)?.diffs.get(keyOf(sha256, changed));

const digestOf = (text: string) => createHash("sha256").update(text).digest("hex");

/** Kept for long, so it holds no text of a node. */
const keyOf = (sha256: string, changed: readonly ChangedTemplate[]) =>
  digestOf(JSON.stringify([sha256, changed]));

/** The same for one of many nodes, which mostly hold one text: a long one takes a second, and all else waits for it. */
export function diffWanted(
  present: string,
  wanted: PushedFile,
  changed: readonly ChangedTemplate[] = [],
): NodeDiff {
  const known = found.get(wanted) ?? { after: maskedText(wanted.text) ?? "", diffs: new Map() };
  found.set(wanted, known);
  const key = keyOf(digestOf(present), changed);
  const paths = wanted.certificates.map(({ path }) => path);
  const diff = known.diffs.get(key) ?? {
    ...compare(maskedText(present), known.after, paths),
    ...(changed.length > 0 && { templates: changed.map((each) => diffTemplate(wanted, each)) }),
  };
  known.diffs.set(key, diff);
  return diff;
}

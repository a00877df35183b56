import "server-only";
import { createHash } from "node:crypto";
import { cutSecretRests } from "@/lib/domain/node-files/plain-remarks";
import { keepChanges } from "@/lib/domain/pushes/hunks";
import type { NodeDiff } from "@/lib/domain/pushes/views";
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

type PushedFile = Pick<Wanted, "text" | "certificates">;

/** What was found for a file that is pushed, by the digest of the file before it. Kept as long as that file. */
const found = new WeakMap<PushedFile, { after: string; diffs: Map<string, NodeDiff> }>();

/** The same for one of many nodes, which mostly hold one text: a long one takes a second, and all else waits for it. */
export function diffWanted(present: string, wanted: PushedFile): NodeDiff {
  const known = found.get(wanted) ?? { after: maskedText(wanted.text) ?? "", diffs: new Map() };
  found.set(wanted, known);
  const digest = createHash("sha256").update(present).digest("hex");
  const paths = wanted.certificates.map(({ path }) => path);
  const diff = known.diffs.get(digest) ?? compare(maskedText(present), known.after, paths);
  known.diffs.set(digest, diff);
  return diff;
}

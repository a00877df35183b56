import "server-only";
import { diffArrays } from "diff";
import { keepChanges } from "@/lib/domain/pushes/hunks";
import type { DiffLine, NodeDiff } from "@/lib/domain/pushes/views";
import { maskSecrets } from "@/lib/domain/registries/mask";
import { parse } from "@/lib/domain/registries/parse";
import { render } from "@/lib/domain/registries/render";
import { keyedDigest } from "@/lib/server/secrets/vault";

/** Six hex digits of a keyed digest tell two secrets apart without telling anything about them. */
const label = (secret: string) => `•••••• (${keyedDigest(secret, "secret-label").slice(0, 6)})`;

/** The lines of a file with its secrets masked, in canonical layout; null when K3s could not read it either. */
function maskedLines(text: string): string[] | null {
  if (text.trim() === "") return [];
  const parsed = parse(text);
  return parsed.ok ? render(maskSecrets(parsed.definition, label)).trimEnd().split("\n") : null;
}

/**
 * Lines that may differ before no shortest difference is looked for any more: its cost grows with their square, 10 s
 * for 16,000 of them, and everything else would wait.
 */
const longestSearch = 1_000;

const changes = (before: string[], after: string[]) =>
  diffArrays(before, after, { maxEditLength: longestSearch }) ?? [
    { value: before, removed: true, added: false },
    { value: after, removed: false, added: true },
  ];

function toLines(before: string[], after: string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let oldLine = 0;
  let newLine = 0;
  for (const part of changes(before, after)) {
    for (const text of part.value) {
      if (part.added) lines.push({ kind: "added", oldLine: null, newLine: ++newLine, text });
      else if (part.removed) lines.push({ kind: "removed", oldLine: ++oldLine, newLine: null, text });
      else lines.push({ kind: "same", oldLine: ++oldLine, newLine: ++newLine, text });
    }
  }
  return lines;
}

/**
 * What a push would change in a node's file. Both sides are masked and laid out alike, so only meaning and notes
 * show; a file that cannot be parsed shows nothing, since a secret in it cannot be told from the rest.
 */
export function diffFiles(present: string, wanted: string, files: string[]): NodeDiff {
  const before = maskedLines(present);
  const after = maskedLines(wanted) ?? [];
  return { ...keepChanges(toLines(before ?? [], after)), files, unreadable: before === null };
}

import "server-only";
import { keepChanges } from "@/lib/domain/pushes/hunks";
import type { NodeDiff } from "@/lib/domain/pushes/views";
import { maskSecrets } from "@/lib/domain/registries/mask";
import { parse } from "@/lib/domain/registries/parse";
import { render } from "@/lib/domain/registries/render";
import { diffLines } from "@/lib/server/diff-lines";
import { secretLabel } from "@/lib/server/secret-label";

/** A file with its secrets masked, in canonical layout; null when K3s could not read it either. */
function maskedText(text: string): string | null {
  if (text.trim() === "") return "";
  const parsed = parse(text);
  return parsed.ok ? render(maskSecrets(parsed.definition, secretLabel)) : null;
}

/**
 * What a push would change in a node's file. Both sides are masked and laid out alike, so only meaning and notes
 * show; a file that cannot be parsed shows nothing, since a secret in it cannot be told from the rest.
 */
export function diffFiles(present: string, wanted: string, files: string[]): NodeDiff {
  const before = maskedText(present);
  const after = maskedText(wanted) ?? "";
  return { ...keepChanges(diffLines(before ?? "", after)), files, unreadable: before === null };
}

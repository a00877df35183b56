import type { Change, Subject } from "@/lib/domain/registries/compare/change";

export type ChangeGroup = { key: string; subject: Subject; changes: Change[] };

const keyOf = (subject: Subject) => (subject.kind === "file" ? "file" : `${subject.kind} ${subject.name}`);

/** Changes by what they are about, in the order they are told in. */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, ChangeGroup>();
  for (const change of changes) {
    const key = keyOf(change.subject);
    const group = groups.get(key);
    if (group) group.changes.push(change);
    else groups.set(key, { key, subject: change.subject, changes: [change] });
  }
  return [...groups.values()];
}

export type ChangeSign = "added" | "removed" | "warning" | "changed";

/** What a sentence is marked with, beside its words. */
export function signOf({ code, params }: Change): ChangeSign {
  if (code === "verification-off") return "warning";
  const change = "change" in params ? params.change : "";
  if (/-(added|set)$/.test(code) || change === "added" || change === "written") return "added";
  if (/(^|-)removed$/.test(code) || change === "removed" || change === "dropped") return "removed";
  return "changed";
}

import type { Change, Detail, SectionKey, Subject } from "./change";
import { matchByKey, movedOf } from "./lists";

/** How the entries of one section are told apart and told about. */
export interface EntryKind<Entry> {
  readonly section: SectionKey;
  readonly subject: Exclude<Subject["kind"], "file">;
  nameOf(entry: Entry): string;
  added(entry: Entry): Detail[];
  compare(before: Entry, after: Entry): Detail[];
}

type Lists<Entry> = { before: readonly Entry[]; after: readonly Entry[] };

/** What differs between the entries of a section, in the order of the newer file, then what is gone. */
export function compareEntries<Entry>(lists: Lists<Entry>, kind: EntryKind<Entry>): Change[] {
  const { before, after } = lists;
  const matched = matchByKey(before.map(kind.nameOf), after.map(kind.nameOf));
  const renamed = findRenamed(lists, matched, kind);
  const origins = new Map([...matched.kept.map(([from, to]) => [to, from] as const), ...renamed]);
  const kept = new Set(origins.values());
  const gone = before.filter((_entry, at) => !kept.has(at));
  const inOrder = [...origins].sort(([one], [other]) => one - other);
  const moved = movedOf(inOrder.map(([to, from]) => [from, to]));
  return [
    ...about({ kind: "file" }, movedDetail(kind.section, moved.length)),
    ...after.flatMap((entry, at) => compareEntry(before[origins.get(at) ?? -1], entry, kind)),
    ...gone.flatMap((entry) => about(subjectOf(entry, kind), [{ code: "removed", params: {} }])),
  ];
}

export const about = (subject: Subject, details: readonly Detail[]): Change[] =>
  details.map((detail) => ({ ...detail, subject }));

const subjectOf = <Entry>(entry: Entry, kind: EntryKind<Entry>): Subject => ({
  kind: kind.subject,
  name: kind.nameOf(entry),
});

const movedDetail = (section: SectionKey, count: number): Detail[] =>
  count > 0 ? [{ code: "entries-moved", params: { section, count } }] : [];

function compareEntry<Entry>(before: Entry | undefined, after: Entry, kind: EntryKind<Entry>): Change[] {
  const subject = subjectOf(after, kind);
  if (before === undefined) return about(subject, kind.added(after));
  const name = kind.nameOf(before);
  const renamed: Detail[] =
    name === kind.nameOf(after) ? [] : [{ code: "renamed", params: { before: name } }];
  return about(subject, [...renamed, ...kind.compare(before, after)]);
}

type Places = { removed: readonly number[]; added: readonly number[] };

/** Entries that went and came with the same content have only another name. Places: after, then before. */
function findRenamed<Entry>({ before, after }: Lists<Entry>, places: Places, kind: EntryKind<Entry>) {
  const left = [...places.removed];
  const renamed: [number, number][] = [];
  for (const to of places.added.slice(0, mostRenamed)) {
    const entry = after[to];
    const at = left.slice(0, mostRenamed).findIndex((from) => isAlike(before[from], entry, kind));
    const [from] = at === -1 ? [] : left.splice(at, 1);
    if (from !== undefined) renamed.push([to, from]);
  }
  return renamed;
}

/** Each one that came is held against each one that went: beyond this, the answer would take too long. */
const mostRenamed = 100;

const isAlike = <Entry>(before: Entry | undefined, after: Entry | undefined, kind: EntryKind<Entry>) =>
  before !== undefined && after !== undefined && kind.compare(before, after).length === 0;

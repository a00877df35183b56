import type { Slot } from "./cell";
import { secretFields } from "./fields";
import { nearestKey } from "./nearest-key";
import type { YamlDocument } from "./yaml/compose";
import type { ContentNode, YamlNode } from "./yaml/node";
import { shortTag } from "./yaml/resolve";
import type { Range, Source } from "./yaml/source";

/** Something an import changes in form, or that K3s reads otherwise than it looks. */
export interface Remark {
  readonly code:
    | "duplicate-key"
    | "unknown-key"
    | "anchor-resolved"
    | "anchor-unused"
    | "type-resolved"
    | "type-ignored"
    | "extra-document"
    | "extra-dropped"
    | "secret-cut";
  readonly params: Readonly<Record<string, string>>;
  readonly range: Range;
}

const rangeOf = (source: Source, node: YamlNode) => source.range(node.start, node.end);

/** Keys given twice: K3s merges maps and structures, of all else it takes the last. */
export function remarkDuplicates(slots: readonly Slot[], source: Source): Remark[] {
  return slots.flatMap(({ replacedBy, name, key, node, cell }) => {
    if (replacedBy === null) return [];
    const merges =
      cell === replacedBy.cell && cell !== null && cell.kind !== "string" && cell.kind !== "list";
    const params = { key: name, effect: merges && cell.kind !== "bool" ? "merged" : "replaced" };
    return [{ code: "duplicate-key", params, range: rangeOf(source, key ?? node) } as const];
  });
}

export function remarkUnknownKey(slot: Slot, known: readonly string[], source: Source): Remark {
  const params = { key: slot.name, nearest: nearestKey(slot.name, known) ?? "" };
  return { code: "unknown-key", params, range: rangeOf(source, slot.key ?? slot.node) };
}

export function remarkDroppedExtra(slot: Slot, source: Source): Remark {
  const range = rangeOf(source, slot.key ?? slot.node);
  return { code: "extra-dropped", params: { key: slot.name }, range };
}

const resolvedTypes = /^!!(?:str|bool|int|float|null|timestamp|binary|merge)$/;

function remarkType(node: ContentNode): Pick<Remark, "code" | "params"> {
  const type = shortTag(node.tag);
  const isRead = node.kind === "scalar" && resolvedTypes.test(type);
  return { code: isRead ? "type-resolved" : "type-ignored", params: { type } };
}

/** Anchors, aliases and tags: none of them is left after an import. */
export function remarkForms({ root, source }: YamlDocument): Remark[] {
  const remarks: Remark[] = [];
  const anchored: ContentNode[] = [];
  const used = new Set<ContentNode>();
  const waiting = root === null ? [] : [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const range = rangeOf(source, node);
    if (node.kind === "alias") {
      remarks.push({ code: "anchor-resolved", params: { name: node.value }, range });
      used.add(node.target);
      continue;
    }
    if (node.anchor !== "") anchored.push(node);
    if (node.tag !== "") remarks.push({ ...remarkType(node), range });
    if (node.kind === "scalar") continue;
    for (const child of node.children) waiting.push(child);
  }
  const unused = anchored.filter((node) => !used.has(node));
  return [
    ...remarks,
    ...unused.map((node): Remark => {
      return { code: "anchor-unused", params: { name: node.anchor }, range: rangeOf(source, node) };
    }),
  ];
}

/** Secrets that end where ` #` begins a comment, which in a secret is seldom meant: the rest of it is lost and stays readable. */
export function remarkCutSecrets(slots: readonly Slot[], { comments, source }: YamlDocument): Remark[] {
  const commented = new Set(comments.filter(({ own }) => !own).map(({ start }) => start.line));
  return slots.flatMap(({ name, node, cell }): Remark[] => {
    const isPlain = cell?.kind === "string" && node.kind === "scalar" && node.style === "plain";
    if (!isPlain || !secretFields.some((field) => field === name) || node.value === "") return [];
    if (!commented.has(node.end.line)) return [];
    return [{ code: "secret-cut", params: { key: name }, range: rangeOf(source, node) }];
  });
}

export function remarkRest({ rest, source }: YamlDocument): Remark[] {
  if (rest === null) return [];
  const range = { start: source.position(rest), end: source.positionAt(source.text.length) };
  return [{ code: "extra-document", params: {}, range }];
}

import type { Cell, Slot } from "../cell";
import { hubHost } from "../checks/endpoint-url";
import { nearestKey } from "../nearest-key";
import { parse } from "../parse";
import { render } from "../render";
import { registryShape } from "../shape";
import type { LintContext } from "./context";
import { removeSlot, renameKey } from "./edit";
import { hasInvisible } from "./invisible";
import { moveFixes } from "./misplaced-fields";
import type { Fix, Place, Rule } from "./rule";
import { isMisplaced } from "./sections-in-mirrors";
import { sources } from "./sources";
import { slotPath } from "./view";

const structOf = (cell: Cell | null | undefined) => {
  const inner = cell?.kind === "pointer" ? cell.to : cell;
  return inner?.kind === "struct" ? inner : null;
};

const isToken = ({ name, parent }: Slot) => name === "token" && parent?.name === "auth";

function findUnknown(context: LintContext): Place[] {
  const unread = context.binding.slots.filter(
    (slot) =>
      slot.cell === null &&
      !isToken(slot) &&
      !hasInvisible(slot.name) &&
      !isMisplaced(slot) &&
      !inMisplaced(slot),
  );
  return unread.map((slot) => {
    const struct = slot.parent === null ? context.binding.cell : structOf(slot.parent.cell);
    const known = Object.keys((struct?.shape ?? registryShape).fields);
    const nearest = nearestKey(slot.name, known) ?? "";
    return {
      path: slotPath(slot),
      range: context.keyRange(slot),
      ...(isShelf(slot) && { severity: "info" as const }),
      params: { key: slot.name, near: nearest === "" ? "no" : "yes", nearest, known: known.join(", ") },
      fixes: unknownFixes(context, slot, struct?.places.has(nearest) ? "" : nearest),
    };
  });
}

/** A key at the top that only keeps what anchors name, or is marked as nobody's in the way of Compose files. */
const isShelf = ({ name, parent, node }: Slot) =>
  parent === null && (name.startsWith("x-") || node.anchor !== "");

const inMisplaced = ({ parent }: Slot) => parent !== null && isMisplaced(parent);

function unknownFixes(context: LintContext, slot: Slot, nearest: string): Fix[] {
  const drop: Fix = {
    id: "remove-field",
    params: { field: slot.name },
    safe: false,
    apply: () => removeSlot(context, slot),
  };
  if (nearest === "") return [...moveFixes(context, slot), drop];
  const apply = () => renameKey(context, slot, nearest);
  return [{ id: "write", params: { right: nearest }, safe: false, apply }, drop];
}

function findAuths(context: LintContext): Place[] {
  const slot = context.binding.cell.places.get("auths");
  if (slot === undefined) return [];
  const apply = () => moveAuths(context.text);
  return [
    { path: ["auths"], range: context.keyRange(slot), fixes: [{ id: "move-auths", safe: false, apply }] },
  ];
}

/** Longer files are not written anew for a fix: that takes several readings of the whole. */
const longestRewritten = 500_000;

/** Makes registry hosts of the logins under `auths`, but for hosts that have an entry already. */
function moveAuths(text: string): string | null {
  if (text.length > longestRewritten) return null;
  const parsed = parse(text);
  if (!parsed.ok) return null;
  const { definition } = parsed;
  const known = definition.registryHosts ?? [];
  const moved = (definition.auths ?? [])
    .map(({ host, note, auth }) => ({
      host: host.replace(/^[a-z]+:\/\/|\/.*$/g, "").replace(/^(?:index\.)?docker\.io$/, hubHost),
      note,
      auth,
      tls: null,
      extras: [],
    }))
    .filter(({ host }) => host !== "" && !known.some((each) => each.host === host));
  const registryHosts = moved.length === 0 ? definition.registryHosts : [...known, ...moved];
  return render({ ...definition, registryHosts, auths: null, authsNote: "" });
}

function findRest(context: LintContext): Place[] {
  const { source, rest } = context.document;
  if (rest === null) return [];
  const range = { start: source.position(rest), end: source.positionAt(context.text.length) };
  const apply = () => context.text.slice(0, range.start.offset);
  return [{ path: [], range, fixes: [{ id: "remove-rest", safe: true, apply }] }];
}

/** What K3s drops or merges without a word. */
export const unreadRules: readonly Rule[] = [
  { code: "unknown-key", severity: "warning", source: sources.types, find: findUnknown },
  { code: "auths-unused", severity: "info", source: sources.types, find: findAuths },
  { code: "extra-document", severity: "warning", source: sources.yaml, find: findRest },
];

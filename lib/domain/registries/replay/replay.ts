import type { Definition } from "../schema";
import { type Choose, type Conflict, type ConflictPart, Decisions } from "./conflict";
import { ask, extraKind, type Place } from "./entry";
import { only } from "./excerpt";
import { hostKind, legacyKind } from "./host";
import { mergeList, mergeOptional } from "./lists";
import { mirrorKind } from "./mirror";
import { mapSides, pick, type Sides } from "./sides";

export interface Replayed {
  readonly definition: Definition;
  /** What both sides changed in different ways. */
  readonly conflicts: readonly Conflict[];
}

/**
 * Replays on `theirs` what was changed from `base` to `mine`. Nothing of either side is lost but what `choose` decides
 * against; entries keep their order, and move only where one side moved them.
 */
export function replayChanges(sides: Sides<Definition>, choose: Choose): Replayed {
  const decisions = new Decisions(choose);
  return { definition: mergeDefinition(sides, decisions), conflicts: decisions.conflicts };
}

type NoteKey = "note" | "endNote" | "mirrorsNote" | "registryHostsNote" | "authsNote";
type SectionNote = { key: NoteKey; part: ConflictPart; beside?: Partial<Definition> };

function mergeDefinition(sides: Sides<Definition>, decisions: Decisions): Definition {
  const place: Place<Partial<Definition>> = { decisions, subject: { kind: "file" }, excerpt: only };
  const note = ({ key, part, beside }: SectionNote): string => {
    const notes = mapSides(sides, (each) => each[key]);
    return pick(notes, () =>
      ask(place, { part, item: key, values: notes }, (text) =>
        text === "" ? null : { [key]: text, ...beside },
      ),
    );
  };
  return {
    note: note({ key: "note", part: "note" }),
    endNote: note({ key: "endNote", part: "end-note" }),
    mirrorsNote: note({ key: "mirrorsNote", part: "section-note", beside: { mirrors: [] } }),
    mirrors: mergeOptional(
      mapSides(sides, ({ mirrors }) => mirrors),
      mirrorKind(decisions),
    ),
    registryHostsNote: note({
      key: "registryHostsNote",
      part: "section-note",
      beside: { registryHosts: [] },
    }),
    registryHosts: mergeOptional(
      mapSides(sides, ({ registryHosts }) => registryHosts),
      hostKind(decisions),
    ),
    authsNote: note({ key: "authsNote", part: "section-note", beside: { auths: [] } }),
    auths: mergeOptional(
      mapSides(sides, ({ auths }) => auths),
      legacyKind(decisions),
    ),
    extras: mergeList(
      mapSides(sides, ({ extras }) => extras),
      extraKind(place),
    ),
  };
}

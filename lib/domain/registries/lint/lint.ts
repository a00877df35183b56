import type { CheckParams, Severity } from "../checks/finding";
import { decode } from "../decode";
import { type TargetInput, toTarget } from "../target";
import type { Range } from "../yaml/source";
import { findBroken } from "./broken";
import { type LintContext, type Reading, readForLint } from "./context";
import type { Fix, Message, Place, Rule } from "./rule";
import { rules } from "./rules";
import type { Path } from "./view";

interface FindingFix {
  readonly id: string;
  readonly params: CheckParams;
  readonly safe: boolean;
  /** The whole file after the fix. */
  readonly text: string;
}

export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: Message;
  readonly params: CheckParams;
  readonly path: Path;
  readonly range: Range;
  readonly fixes: readonly FindingFix[];
}

/** More findings help nobody, and a short text can hold very many. */
const mostFindings = 1000;
/** Each fix holds the whole text, so a long one gets fewer of them. */
const mostFixText = 2_000_000;

/** Dots part the names of a catalogue. */
const ownMessage = (code: string): Message => ({ catalogue: "lint", key: code.replace(/\./g, "-") });

type Draft = Omit<Finding, "fixes"> & { fixes: readonly Fix[] };

function toDraft(context: LintContext, { code, severity }: Rule, place: Place): Draft {
  return {
    code,
    severity: place.severity ?? (typeof severity === "function" ? severity(context) : severity),
    message: place.message ?? ownMessage(code),
    params: place.params ?? {},
    path: place.path,
    range: place.range,
    fixes: place.fixes ?? [],
  };
}

function draftsOf(reading: Reading): Draft[] {
  if (reading.ok) {
    const { context } = reading;
    return rules.flatMap((rule) => rule.find(context).map((place) => toDraft(context, rule, place)));
  }
  return findBroken(reading.broken).map((place) => ({
    ...place,
    severity: "error",
    message: place.message ?? ownMessage(place.code),
  }));
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const byPlace = (one: Draft, other: Draft) =>
  one.range.start.offset - other.range.start.offset || ranks[one.severity] - ranks[other.severity];

/** The gravest ones when there are too many, and one more that tells how many are left out. */
function limit(drafts: Draft[]): Draft[] {
  const [first] = drafts;
  if (drafts.length <= mostFindings || first === undefined) return drafts.sort(byPlace);
  const left = drafts.length - mostFindings;
  const kept = drafts
    .sort((one, other) => ranks[one.severity] - ranks[other.severity])
    .slice(0, mostFindings);
  const more: Draft = {
    ...first,
    code: "more-findings",
    severity: "info",
    message: ownMessage("more-findings"),
    params: { count: left },
    path: [],
    fixes: [],
  };
  return [...kept.sort(byPlace), more];
}

/** Makes the texts of fixes until their budget is used up; a fix that K3s could not read is none. */
class Workshop {
  private left = mostFixText;
  private readonly text: string;
  private readonly readable: boolean;

  constructor(text: string, readable: boolean) {
    this.text = text;
    this.readable = readable;
  }

  make(fix: Fix): FindingFix[] {
    if (this.left < this.text.length) return [];
    const text = fix.apply();
    if (text === null || text === this.text) return [];
    this.left -= Math.max(text.length, 1000);
    if (this.readable && !decode(text).ok) return [];
    return [{ id: fix.id, params: fix.params ?? {}, safe: fix.safe, text }];
  }
}

/** Everything about a `registries.yaml` that K3s would refuse, drop or read otherwise than it looks, by place. */
export function lint(text: string, target: TargetInput = {}): Finding[] {
  const reading = readForLint(text, toTarget(target));
  const workshop = new Workshop(text, reading.ok);
  return limit(draftsOf(reading)).map((draft) => ({
    ...draft,
    fixes: draft.fixes.flatMap((fix) => workshop.make(fix)),
  }));
}

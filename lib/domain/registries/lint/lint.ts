import type { CheckParams, Severity } from "../checks/finding";
import { type Readable, type Reading, readText } from "../reading";
import { type Target, type TargetInput, toTarget } from "../target";
import type { Range } from "../yaml/source";
import { findBroken } from "./broken";
import { type LintContext, toJudge, type Undecodable } from "./context";
import { mostOfCode } from "./field-checks";
import { FixReader } from "./fix-reader";
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
/** A file with more keys and entries than the largest fleets need is not judged; nobody wrote it. */
const mostValues = 150_000;
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

interface Drafts {
  readonly drafts: Draft[];
  /** How many more there are, of which nothing is known but that they are. */
  readonly dropped: number;
}

function draftsOf(reading: Reading, target: Target): Drafts {
  if (reading.ok && reading.binding.slots.length > mostValues) {
    return { drafts: [tooMany(reading)], dropped: 0 };
  }
  const judged = toJudge(reading, target);
  if (!judged.ok) return brokenDrafts(judged.broken);
  const { context } = judged;
  const drafts = rules.flatMap((rule) => rule.find(context).map((place) => toDraft(context, rule, place)));
  return { drafts: [...drafts, ...unjudged(context)], dropped: context.dropped };
}

/** Whoever sees no error must know where none was looked for. */
function unjudged(context: LintContext): Draft[] {
  const [first] = context.unjudged;
  if (first === undefined) return [];
  const code = "rewrites-unjudged";
  const place = { path: first.path, range: context.keyRange(first.slot) };
  const params = { count: context.unjudged.length };
  return [{ ...place, code, severity: "warning", message: ownMessage(code), params, fixes: [] }];
}

function brokenDrafts(broken: Undecodable): Drafts {
  const faults = broken.faults.slice(0, mostOfCode);
  const drafts = findBroken({ ...broken, faults }).map(
    (place): Draft => ({
      ...place,
      severity: "error",
      message: place.message ?? ownMessage(place.code),
    }),
  );
  return { drafts, dropped: broken.faults.length - faults.length };
}

function tooMany({ document, binding }: Readable): Draft {
  const start = document.source.positionAt(0);
  return {
    code: "too-many-values",
    severity: "error",
    message: ownMessage("too-many-values"),
    params: { count: binding.slots.length, most: mostValues },
    path: [],
    range: { start, end: start },
    fixes: [],
  };
}

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

const byPlace = (one: Draft, other: Draft) =>
  one.range.start.offset - other.range.start.offset || ranks[one.severity] - ranks[other.severity];

/** The gravest ones when there are too many, and one more that tells how many are left out. */
function limit({ drafts, dropped }: Drafts): Draft[] {
  const [first] = drafts;
  if (drafts.length <= mostFindings || first === undefined) return drafts.sort(byPlace);
  const left = drafts.length + dropped - mostFindings;
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
  private readonly reader: FixReader | null;

  constructor(reading: Reading) {
    this.text = reading.text;
    this.reader = reading.ok ? new FixReader(reading) : null;
  }

  make(fix: Fix): FindingFix[] {
    if (this.left < this.text.length) return [];
    const text = fix.apply();
    if (text === null || text === this.text) return [];
    this.left -= Math.max(text.length, 1000);
    if (this.reader?.canRead(text) === false) return [];
    return [{ id: fix.id, params: fix.params ?? {}, safe: fix.safe, text }];
  }
}

/** Everything about a `registries.yaml` that K3s would refuse, drop or read otherwise than it looks, by place. */
export const lint = (text: string, target: TargetInput = {}): Finding[] =>
  lintReading(readText(text), target);

/** `lint` for a text that has been read already. */
export function lintReading(reading: Reading, target: TargetInput = {}): Finding[] {
  const workshop = new Workshop(reading);
  return limit(draftsOf(reading, toTarget(target))).map((draft) => ({
    ...draft,
    fixes: draft.fixes.flatMap((fix) => workshop.make(fix)),
  }));
}

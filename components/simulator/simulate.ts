import { explain } from "@/lib/domain/registries/explain/explain";
import type { Assume, Attempt, Explanation } from "@/lib/domain/registries/explain/explanation";
import {
  type AttemptPlaces,
  attemptPlaces,
  decidingLines,
  entryPlace,
  type Place,
} from "@/lib/domain/registries/explain/places";
import type { SimulatedFile } from "@/lib/domain/registries/explain/simulated-file";
import type { Target } from "@/lib/domain/registries/target";
import { type EntryFacts, entryFacts } from "./entry-facts";

/** How one attempt goes under what is assumed. */
export type AttemptState = "pulled" | "failed" | "unusable" | "notAsked";

export type SimulatedAttempt = {
  number: number;
  attempt: Attempt;
  state: AttemptState;
  places: AttemptPlaces;
};

export type Simulation = {
  explanation: Explanation;
  entry: (EntryFacts & { place: Place | null }) | null;
  attempts: readonly SimulatedAttempt[];
  lines: ReadonlySet<number>;
};

type Readable = Extract<SimulatedFile, { ok: true }>;
type Question = { file: Readable; image: string; target: Target; assume: Assume };

/** Plain http after https is only asked when https failed in certain ways, so the walk itself is asked. */
function isAsked(question: Question, number: number): boolean {
  const assume = { ...question.assume, [number]: "ok" as const };
  const { result } = explain({ ...question, decoded: question.file.decoded, assume });
  return result.attempt === number;
}

function stateOf(
  question: Question,
  { result }: Explanation,
  [attempt, number]: [Attempt, number],
): AttemptState {
  if (result.outcome === "pulled" && result.attempt === number) return "pulled";
  if (result.outcome === "pulled" && number > result.attempt) return "notAsked";
  if (attempt.reason.code === "http-fallback" && !isAsked(question, number)) return "notAsked";
  if (attempt.reason.code === "unusable") return "unusable";
  // Taken to work, and yet it is not where the image came from: no request can be made of it.
  return (question.assume[String(number)] ?? "ok") === "ok" ? "unusable" : "failed";
}

/** Everything the page says of a pull, worked out at once. */
export function simulate(question: Question): Simulation {
  const { view, decoded } = question.file;
  const explanation = explain({ ...question, decoded });
  const place = entryPlace(explanation, view);
  const attempts = explanation.attempts.map((attempt, index): SimulatedAttempt => {
    const number = index + 1;
    const places = attemptPlaces(attempt, explanation, view);
    return { number, attempt, places, state: stateOf(question, explanation, [attempt, number]) };
  });
  const facts = entryFacts(explanation, view);
  const all = attempts.flatMap(({ places }) => Object.values<Place | null>(places));
  return {
    explanation,
    entry: facts && { ...facts, place },
    attempts,
    lines: decidingLines([place, ...all]),
  };
}

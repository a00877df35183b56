import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import { type DecodeResult, decode } from "@/lib/domain/registries/decode";
import { explain } from "@/lib/domain/registries/explain/explain";
import { type Finding, lint } from "@/lib/domain/registries/lint/lint";
import { parse } from "@/lib/domain/registries/parse";
import { toTarget } from "@/lib/domain/registries/target";
import { time } from "./measure";

export const steps = ["decode", "parse", "lint", "containerd", "explain"] as const;
type Step = (typeof steps)[number];

export interface HostileFigures {
  readonly name: string;
  /** Milliseconds that somebody waits, of the quicker of two calls; containerd and explain only for what can be decoded. */
  readonly times: Readonly<Partial<Record<Step, number>>>;
  /** What came of it, in short. */
  readonly answer: string;
}

/** A slow call is not asked for twice. */
const slow = 500;

function ask<Answer>(work: () => Answer): { answer: Answer; took: number } {
  const answer: Answer[] = [];
  const call = () => answer.push(work());
  const first = time(call).took;
  const took = first > slow ? first : Math.min(first, time(call).took);
  const [given] = answer;
  if (given === undefined) throw new Error("There is no answer.");
  return { answer: given, took };
}

function inShort(decoded: DecodeResult, findings: readonly Finding[]): string {
  const [first] = findings;
  const found = findings.length === 1 && first !== undefined ? first.code : `${findings.length} findings`;
  const error = decoded.ok ? null : (decoded.error.split("\n", 1)[0]?.slice(0, 60) ?? "");
  return error === null ? found : `${found}; ${error}`;
}

/** Asks everything of one text, as the server would. */
export function measureHostile(name: string, text: string): HostileFigures {
  const target = toTarget();
  const decoded = ask(() => decode(text));
  const findings = ask(() => lint(text));
  const times: Partial<Record<Step, number>> = {
    decode: decoded.took,
    parse: ask(() => parse(text)).took,
    lint: findings.took,
  };
  if (decoded.answer.ok) {
    const { result } = decoded.answer;
    const image = "docker.io/library/alpine:3.20";
    times.containerd = ask(() => containerdFiles(result, target)).took;
    times.explain = ask(() => explain({ decoded: result, image, target, assume: {} })).took;
  }
  return { name, times, answer: inShort(decoded.answer, findings.answer) };
}

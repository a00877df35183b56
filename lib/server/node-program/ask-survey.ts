import "server-only";
import type { Survey } from "@/lib/domain/nodes/survey";
import { SshFault } from "@/lib/server/ssh/fault";
import type { SshSession } from "@/lib/server/ssh/session";
import { callProgram } from "./call";
import { encodeOptions, type Options } from "./frames";

function keepFact(found: Survey, { name, value }: { name: string; value: string }, askedAt: number) {
  found.facts.push({ name, value });
  if (name === "clock") found.clock ??= { askedAt, heardAt: Date.now() };
}

/** One look: everything the program tells until it says that it is done. */
export async function askSurvey(
  session: SshSession,
  mode: "survey" | "inspect" | "read" | "reach" | "templates",
  options: Options,
): Promise<Survey> {
  const found: Survey = { facts: [], texts: [], units: [] };
  const seen = { end: false, askedAt: 0 };
  await callProgram(session, {
    mode,
    input: [encodeOptions(options)],
    limits: { silenceMs: session.timeouts.commandMs, deadlineMs: 5 * session.timeouts.commandMs },
    onAnswer: (answer) => {
      if (answer.kind === "ready") seen.askedAt = Date.now();
      if (answer.kind === "fact") keepFact(found, answer, seen.askedAt);
      if (answer.kind === "text") found.texts.push({ name: answer.name, bytes: answer.bytes });
      if (answer.kind === "unit") found.units.push(answer);
      if (answer.kind === "end") seen.end = true;
    },
  });
  if (!seen.end) throw new SshFault("protocol", { reason: "answer-cut" });
  return found;
}

import type { Attempt, Explanation, Params, Phrase } from "./explanation";

/** Makes the sentence of a key of the namespace `explain`. */
export type Say = (key: string, params: Params) => string;

const sayPhrase = <Code extends string>({ code, params }: Phrase<Code>, message: string) => ({
  code,
  message,
  params,
});

/** The explanation with its sentences. */
export function sayExplanation(explanation: Explanation, say: Say) {
  const { attempts, alternatives, result } = explanation;
  const sayAttempt = ({ reason, ...attempt }: Attempt) => ({
    ...attempt,
    reason: sayPhrase(reason, say(`reason.${reason.code}`, reason.params)),
  });
  const { error, notes } = result;
  return {
    ...explanation,
    attempts: attempts.map(sayAttempt),
    alternatives: alternatives.map((list) => list.map(sayAttempt)),
    result: {
      ...result,
      error: error && sayPhrase(error, say(`failure.${error.code}`, error.params)),
      notes: notes.map((note) => sayPhrase(note, say(`note.${note.code}`, note.params))),
    },
  };
}

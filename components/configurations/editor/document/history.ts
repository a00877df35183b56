import { isSame } from "./share";

/** All states of one thing that can be gone back to. `label` names what an edit touched, to tell edits apart. */
export type History<State> = {
  readonly past: readonly State[];
  readonly present: State;
  readonly future: readonly State[];
  readonly last: { readonly label: string; readonly at: number } | null;
};

/** Typing on in one field within this many milliseconds is one step. */
const pause = 1000;
const mostSteps = 200;

export const startHistory = <State>(present: State): History<State> => ({
  past: [],
  present,
  future: [],
  last: null,
});

export type Edit = { label: string; at: number };

/** Adds a state. An empty label never joins the step before. */
export function record<State>(history: History<State>, present: State, edit: Edit): History<State> {
  if (isSame(history.present, present)) return history;
  const { last, past } = history;
  const joins = last !== null && edit.label !== "" && last.label === edit.label && edit.at - last.at < pause;
  const kept = joins ? past : [...past, history.present].slice(-mostSteps);
  return { past: kept, present, future: [], last: edit };
}

export function undo<State>(history: History<State>): History<State> {
  const present = history.past.at(-1);
  if (present === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present,
    future: [history.present, ...history.future],
    last: null,
  };
}

export function redo<State>(history: History<State>): History<State> {
  const [present, ...future] = history.future;
  if (present === undefined) return history;
  return { past: [...history.past, history.present], present, future, last: null };
}

/** Changes every state alike, such as when what was typed has become something that is stored. */
export const rewrite = <State>(history: History<State>, change: (state: State) => State): History<State> => ({
  past: history.past.map(change),
  present: change(history.present),
  future: history.future.map(change),
  last: null,
});

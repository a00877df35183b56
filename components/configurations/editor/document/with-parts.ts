import { isEntry } from "./share";

/** A copy of `whole` with another value at a place; what is not on the way there stays the same object. */
function withPart(whole: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys;
  if (key === undefined) return value;
  if (Array.isArray(whole)) return whole.with(Number(key), withPart(whole[Number(key)], rest, value));
  return isEntry(whole) ? { ...whole, [key]: withPart(whole[key], rest, value) } : whole;
}

const exists = (whole: unknown, [key, ...rest]: readonly string[]): boolean => {
  if (key === undefined) return true;
  if (Array.isArray(whole)) return Number(key) < whole.length && exists(whole[Number(key)], rest);
  return isEntry(whole) && key in whole && exists(whole[key], rest);
};

/** A state with what stands at some paths by now: copying it whole at each pause costs as much as it is large. */
export const withParts = <State>(
  last: State,
  paths: Iterable<string>,
  read: (path: string) => unknown,
): State =>
  [...paths].reduce((state: unknown, path) => {
    const [, ...keys] = path.split(".");
    const value = read(path);
    // A row that was typed in may be gone since.
    return value === undefined || !exists(state, keys)
      ? state
      : withPart(state, keys, structuredClone(value));
  }, last) as State;

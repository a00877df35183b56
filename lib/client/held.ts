/** One value that components follow, wherever it is set from. */
export type Held<Value> = {
  get: () => Value;
  set: (value: Value) => void;
  subscribe: (changed: () => void) => () => void;
};

export function held<Value>(initial: Value): Held<Value> {
  let value = initial;
  const watchers = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      value = next;
      for (const changed of watchers) changed();
    },
    subscribe: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}

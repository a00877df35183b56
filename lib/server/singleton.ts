import "server-only";

const held = globalThis as typeof globalThis & { pullpath?: Map<string, unknown> };

/**
 * One value per process. Next bundles the start-up code and each route apart, so a module's own variable would
 * exist several times over.
 */
export function singleton<Value>(name: string, make: () => Value): Value {
  held.pullpath ??= new Map();
  if (!held.pullpath.has(name)) held.pullpath.set(name, make());
  return held.pullpath.get(name) as Value;
}

import { type CheckFinding, finding } from "./finding";

/** The same key twice: K3s keeps the last copy alone, so every earlier one is lost without a word. */
export function checkDuplicateKey(keys: readonly string[], index: number): CheckFinding | null {
  const key = keys[index];
  if (key === undefined || key === "") return null;
  const other = keys.findIndex((each, at) => at !== index && each === key);
  return other === -1 ? null : finding("duplicate-key", { key, position: other + 1 });
}

/** What a text was taken for; each has one reader. */
export const inventoryKinds = [
  "lines",
  "ssh-config",
  "ansible-ini",
  "ansible-yaml",
  "kubectl-json",
  "kubectl-table",
  "csv",
] as const;
export type InventoryKind = (typeof inventoryKinds)[number];

/** One machine of an inventory. What the inventory does not tell is null, and a person gives it for all at once. */
export type InventoryRow = {
  /** Counted from 1; null where the format has no lines to count, such as JSON. */
  line: number | null;
  name: string;
  host: string;
  port: number | null;
  username: string | null;
  /** Names of groups, the most particular first. */
  groups: string[];
  role: "server" | "agent" | null;
  /** What helps a person to know the machine: a key file, a version. */
  hint: string | null;
};

/** Why something of the text makes no node: it is broken, it is no machine, or a setting that is not taken over. */
export const leftKinds = {
  host: "bad",
  port: "bad",
  "login-name": "bad",
  name: "bad",
  shape: "bad",
  duplicate: "bad",
  "duplicate-name": "bad",
  range: "bad",
  "range-too-large": "bad",
  template: "bad",
  yaml: "bad",
  json: "bad",
  structure: "bad",
  "no-address-column": "bad",
  "too-large": "bad",
  "too-many": "bad",
  "too-many-groups": "bad",
  wildcard: "skipped",
  match: "skipped",
  local: "skipped",
  include: "note",
  "jump-host": "note",
  secret: "note",
} as const satisfies Record<string, "bad" | "skipped" | "note">;
export type LeftCode = keyof typeof leftKinds;

/** `text` names what was left, never the value of a setting: inventories hold passwords. */
export type LeftOut = { line: number | null; text: string; code: LeftCode };

export type Inventory = { rows: InventoryRow[]; left: LeftOut[] };

export const maxInventoryBytes = 1024 * 1024;
export const maxInventoryNodes = 5000;

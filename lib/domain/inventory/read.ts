import { readAnsibleIni } from "./ansible-ini";
import { readAnsibleYaml } from "./ansible-yaml";
import { Collector } from "./collector";
import { readCsv } from "./csv";
import { type Inventory, type InventoryKind, maxInventoryBytes } from "./inventory";
import { readKubectlJson, readKubectlTable } from "./kubectl";
import { readLines } from "./lines";
import { readSshConfig } from "./ssh-config";
import { tidy } from "./tidy";

const readers: Record<InventoryKind, (text: string, into: Collector) => void> = {
  lines: readLines,
  "ssh-config": readSshConfig,
  "ansible-ini": readAnsibleIni,
  "ansible-yaml": readAnsibleYaml,
  "kubectl-json": readKubectlJson,
  "kubectl-table": readKubectlTable,
  csv: readCsv,
};

/** UTF-8 takes at most three bytes for each unit of a string, so most texts need no counting. */
const isTooLarge = (text: string) =>
  text.length > maxInventoryBytes ||
  (text.length * 3 > maxInventoryBytes && new TextEncoder().encode(text).length > maxInventoryBytes);

/** The machines of an inventory and what of it makes none, each with the reason. Nothing is thrown for any text. */
export function readInventory(source: string, kind: InventoryKind): Inventory {
  const into = new Collector();
  if (isTooLarge(source)) into.leave("too-large", "", null);
  else readers[kind](tidy(source), into);
  return into.finish();
}

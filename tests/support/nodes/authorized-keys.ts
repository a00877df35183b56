import type { TestNode } from "./test-node";

const file = "~root/.ssh/authorized_keys";

/** The keys that root may log in by. */
export async function authorizedKeys(node: TestNode): Promise<string[]> {
  return (await node.run(["sh", "-c", `cat ${file}`])).trim().split("\n");
}

/** Lets root log in by these keys and by no others. */
export async function authorizeOnly(node: TestNode, lines: readonly string[]): Promise<void> {
  await node.run(["sh", "-c", `cat >${file}`], { input: lines.map((line) => `${line}\n`).join("") });
}

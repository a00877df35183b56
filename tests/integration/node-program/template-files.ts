import { etc } from "@/tests/integration/node-program/push";
import type { TestNode } from "@/tests/support/nodes/test-node";

export const v3 = "config-v3.toml.tmpl";
export const v2 = "config.toml.tmpl";

/** The text of a template on a node; null where there is none. */
export const templateOn = async (node: TestNode, name: string): Promise<string | null> =>
  (await node.exists(`${etc}/${name}`)) ? node.read(`${etc}/${name}`) : null;

/** What a transaction put beside its files and should have taken away. */
export const straysOn = async (node: TestNode): Promise<string[]> =>
  [...(await node.list("/etc/rancher/k3s")), ...(await node.list(etc))].filter((name) =>
    name.startsWith(".pullpath"),
  );

import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { etc, extending } from "@/tests/integration/node-program/push";
import { temporaryDatabase } from "@/tests/support/database";
import { startNodes, type TestFleet } from "@/tests/support/nodes/start-nodes";
import { confirmClusters, groupOf, mirrorTo, outcomesOf, push, quick } from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
let fleet: TestFleet;
const path = "/etc/rancher/k3s/registries.yaml";
const old = mirrorTo("https://old.example.com");
const wanted = `${mirrorTo("https://new.example.com/v2/hub")}    rewrite:
      "^library/(.*)": "hub/$1"
configs:
  new.example.com:
    tls:
      insecure_skip_verify: true
`;

beforeAll(async () => {
  fleet = await startNodes([
    { name: "good", registries: old },
    { name: "missing", registries: old },
    { name: "extends", registries: old },
    { name: "template", registries: old },
    { name: "future", registries: old, version: "v1.99.0+k3s1" },
    { name: "server", cluster: "shared", registries: old },
    { name: "agent", cluster: "shared", role: "agent", registries: old },
  ]);
});
afterAll(() => fleet.stop());
runnerAtWork();

const pushTo = async (name: string) => {
  const machine = fleet.get(name);
  const { groupId } = await groupOf([machine], wanted);
  return { machine, view: await push(groupId, { ...quick, startSeconds: 5 }) };
};

describe("the hosts files a push expects", () => {
  it("are compared with what K3s wrote", async () => {
    const { view } = await pushTo("good");
    expect(outcomesOf(view)).toEqual({ good: "changed" });
    expect(view.nodes[0]?.evidence["generated"]).toBe("equal");
  });

  it.each(["missing", "extends"])(
    "bring the old file back where K3s does not write them: %s",
    async (name) => {
      await fleet.get(name).setFault("hosts-missing", true);
      // A template that keeps what K3s writes takes nothing from what is known.
      if (name === "extends") await fleet.get(name).write(`${etc}/config-v3.toml.tmpl`, extending("more"));
      const { machine, view } = await pushTo(name);
      const [node] = view.nodes;
      expect(node?.outcome).toBe("rolled-back");
      expect(node?.fault?.code).toBe("not-generated");
      expect(await machine.read(path)).toBe(old);
    },
  );

  it.each(["template", "future"])("are only told where the node is not known well: %s", async (name) => {
    const machine = fleet.get(name);
    await machine.setFault("hosts-missing", true);
    if (name === "template") await machine.write(`${etc}/config-v3.toml.tmpl`, "version = 3\n");
    const { view } = await pushTo(name);
    expect(outcomesOf(view)).toEqual({ [name]: "changed" });
    expect(view.nodes[0]?.evidence["generatedDiffers"]).toBe("missing");
  });

  it("are held against an agent once its servers told that they run no embedded registry", async () => {
    const both = [fleet.get("server"), fleet.get("agent")];
    await fleet.get("agent").setFault("hosts-missing", true);
    const { groupId, nodeIds } = await groupOf(both, wanted);
    await confirmClusters(nodeIds);
    const view = await push(groupId, { ...quick, startSeconds: 5 });
    expect(outcomesOf(view)).toEqual({ server: "not-reached", agent: "rolled-back" });
    expect(view.nodes.find(({ name }) => name === "agent")?.fault?.code).toBe("not-generated");
  });
});

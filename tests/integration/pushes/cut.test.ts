import { describe, expect, it } from "vitest";
import { goodOutcomes, type Outcome } from "@/lib/domain/pushes/outcomes";
import { getPushEvents } from "@/lib/server/pushes/queries";
import { FarMachine } from "@/tests/integration/pushes/far-machine";
import { temporaryDatabase } from "@/tests/support/database";
import { waitFor } from "@/tests/support/nodes/wait-for";
import { admin, quick, waitForPush } from "@/tests/support/pushes";
import { runnerAtWork } from "@/tests/support/runner";

temporaryDatabase();
const far = new FarMachine();
runnerAtWork();
const startNext = (spoil?: () => void) => far.pushNext({ ...quick, watchSeconds: 0 }, spoil);

describe("a connection that is cut", () => {
  // The whole of a push sends some tens of kilobytes to the node; the steps are odd, so that they hit everything.
  it.each([400, 3_301, 9_907, 17_389, 24_007, 31_013, 43_003])(
    "after %i bytes leaves the old or the new file whole, and the record says which",
    async (bytes) => {
      const accepted = far.proxy.accepted;
      let before = accepted;
      const { id, old, wanted } = await startNext(() => {
        before = far.proxy.accepted;
        far.proxy.set({ cutAfterBytes: bytes, direction: "to-node" });
      });
      expect(before).toBeGreaterThan(accepted);
      await waitFor(async () => far.proxy.accepted > before);
      far.proxy.set({});
      const [node] = (await waitForPush(id)).nodes;
      const isGood = goodOutcomes.includes(node?.outcome as Outcome);
      if (isGood) expect(await far.present()).toContain(wanted);
      else expect(await far.present()).toBe(old);
    },
  );

  it("while the service restarts changes nothing: the node goes on alone and is asked afterwards", async () => {
    const { id, wanted } = await startNext();
    await waitFor(async () => (await getPushEvents(admin, id)).some(({ code }) => code === "requested"));
    far.proxy.cut();
    const view = await waitForPush(id);
    expect(view.nodes[0]).toMatchObject({ outcome: "changed", fault: null });
    expect(await far.present()).toContain(wanted);
    const events = (await getPushEvents(admin, id)).filter(({ pushNodeId }) => pushNodeId !== null);
    expect(events.map(({ code }) => code)).toContain("connection-lost");
    expect(events.filter(({ code }) => code === "replaced")).toHaveLength(1);
  });

  it("is asked again and again while who carries it on is killed, too", async () => {
    await far.machine.setFault("restart-slow", 5);
    const { id, wanted } = await startNext();
    await waitFor(async () => (await getPushEvents(admin, id)).some(({ code }) => code === "requested"));
    for (const mode of ["work", "resume"])
      await waitFor(
        async () => (await far.machine.exec(["pkill", "-KILL", "-f", `[/]program ${mode}`])).code === 0,
      );
    const view = await waitForPush(id);
    await far.machine.setFault("restart-slow", false);
    expect(view.nodes[0]).toMatchObject({ outcome: "changed", fault: null });
    expect(await far.present()).toContain(wanted);
  });

  it("restarts the service once a push, however often the line broke", async () => {
    const pushes = (await far.machine.restarts()).length;
    const { id } = await startNext();
    await waitFor(async () => (await getPushEvents(admin, id)).some(({ code }) => code === "replaced"));
    far.proxy.cut();
    await waitFor(async () =>
      (await getPushEvents(admin, id)).some(({ code }) => code === "connection-lost"),
    );
    far.proxy.cut();
    expect((await waitForPush(id)).nodes[0]?.outcome).toBe("changed");
    expect((await far.machine.restarts()).length).toBe(pushes + 1);
  });
});

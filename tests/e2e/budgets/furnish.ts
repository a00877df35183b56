import { apis, pages } from "@/lib/domain/paths";
import type { PushView } from "@/lib/domain/pushes/views";
import type { Definition } from "@/lib/domain/registries/schema";
import { fleetDefinition } from "@/tests/bench/definitions";
import type { TestFleet } from "@/tests/support/nodes/start-nodes";
import { waitFor } from "@/tests/support/nodes/wait-for";
import type { OwnServer } from "../own-server";
import { startPush } from "../start-push";
import type { PageName } from "./budget-table";

type Made = { id: string };

/** Seventy-two such mirrors with their hosts are a file of a thousand lines. */
const sizes = { aThousandLines: 72, aThousandMirrors: 1000 } as const;
const registries = 100;

export type Furnished = {
  /** Pages that ask for a login. */
  urls: Record<Exclude<PageName, "setup" | "login">, string>;
  large: Record<keyof typeof sizes, string>;
};

/** Logins are left out: they would have to be stored first. */
const fleet = (mirrors: number): Definition => {
  const definition = fleetDefinition(mirrors);
  return {
    ...definition,
    registryHosts: (definition.registryHosts ?? []).map((host) => ({ ...host, auth: null })),
  };
};

async function make(server: OwnServer, name: string, definition: Definition): Promise<string> {
  const made = await server.call<Made>("POST", apis.configurations(), { name, definition });
  return made.id;
}

/** Fills the database with something for every page to show: files, two revisions to compare, and a push that ended. */
export async function furnish(server: OwnServer, machines: TestFleet): Promise<Furnished> {
  const push = await startPush(server, machines, "https://mirror.example.com");
  const id = await make(server, "edge", fleet(4));
  const change = { definition: fleet(5), baseNumber: 1, message: "one more" };
  await server.call("POST", apis.configurationRevisions(id), change);
  const simulated = await make(server, "wide", fleet(registries));
  const image = "registry-7.example.com/library/alpine";
  const large = {
    aThousandLines: pages.configuration(await make(server, "lines", fleet(sizes.aThousandLines))),
    aThousandMirrors: pages.configuration(await make(server, "mirrors", fleet(sizes.aThousandMirrors))),
  };
  const hasEnded = async () => (await server.call<PushView>("GET", apis.push(push))).finishedAt !== null;
  await waitFor(hasEnded);
  const urls = {
    overview: pages.overview(),
    configurations: pages.configurations(),
    nodes: pages.nodes(),
    credentials: pages.credentials(),
    audit: pages.audit(),
    pushes: pages.pushes(),
    revisions: pages.revisions(id),
    comparison: pages.compareRevisions(id, { from: 1, to: 2 }),
    push: pages.push(push),
    simulator: pages.simulate({ configuration: simulated, image }),
    editor: pages.configuration(id),
  };
  return { urls, large };
}

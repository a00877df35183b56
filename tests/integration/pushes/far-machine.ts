import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import type { PushOptions } from "@/lib/domain/pushes/options";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { startPush } from "@/lib/server/pushes/start-push";
import { type CutProxy, startCutProxy } from "@/tests/support/nodes/cut-proxy";
import { startNodes } from "@/tests/support/nodes/start-nodes";
import type { TestNode } from "@/tests/support/nodes/test-node";
import { admin, groupOf, mirrorTo, type Pushable, save, toStart } from "@/tests/support/pushes";

type Begun = { id: string; wanted: string; old: string };

const mirror = (number: number) => `https://mirror-${number}.example.com`;

/** An agent at the end of a line that can be cut; what it answers is filled before the first test of a file. */
export class FarMachine {
  machine!: TestNode;
  proxy!: CutProxy;
  #target!: Pushable;
  #number = 1;

  constructor() {
    beforeAll(async () => {
      const fleet = await startNodes([{ name: "far", role: "agent" }]);
      this.machine = fleet.get("far");
      this.proxy = await startCutProxy(this.machine);
      const { host, port } = this.proxy;
      const registrable = { name: "far", host, port, hostKey: this.machine.hostKey };
      this.#target = await groupOf([registrable], mirrorTo(mirror(1)));
      return async () => {
        await this.proxy.stop();
        await fleet.stop();
      };
    });
  }

  get groupId(): string {
    return this.#target.groupId;
  }

  /** Its file; empty where there is none. */
  async present(): Promise<string> {
    const { machine } = this;
    return (await machine.exists(machine.registriesPath)) ? machine.read(machine.registriesPath) : "";
  }

  /** Saves the next revision, reviews it over the whole line, and starts it once that was spoiled as asked. */
  async pushNext(options: PushOptions, spoil = () => {}): Promise<Begun> {
    const old = await this.present();
    const wanted = mirror(this.#number + 1);
    await save(this.#target.configurationId, mirrorTo(wanted), this.#number);
    this.#number += 1;
    const start = toStart(await reviewPush(this.#target.groupId, admin), options);
    spoil();
    return { id: (await startPush(start, randomUUID(), admin)).id, wanted, old };
  }
}

import type { ServerChannel } from "ssh2";
import { optionsOf, type Pairs, pairs, type Speaker, sha256, speaker, takeFrame } from "./talk";

export interface SimulatedSpec {
  name: string;
  role: "server" | "agent";
  /** Nodes that name the same one have the same server CA. */
  cluster: string;
}

/** What a restart of the service takes; a test may hold it. */
export type Restart = () => Promise<void>;

const version = "v1.33.5+k3s1";
const path = "/etc/rancher/k3s/registries.yaml";

/**
 * A machine that is none: it keeps one file in memory and says what the node program says. No shell, no service and no
 * file system is behind it, so it proves nothing about nodes; it is there to have many of them.
 */
export class SimulatedNode {
  readonly spec: SimulatedSpec;
  readonly #restart: Restart;
  #file: Buffer | null = null;
  #modifiedAt = 0;
  #startedAt = Date.now();

  constructor(spec: SimulatedSpec, restart: Restart) {
    this.spec = spec;
    this.#restart = restart;
  }

  get #unit(): string {
    return this.spec.role === "server" ? "k3s" : "k3s-agent";
  }

  /** Answers one command of a session to its end. */
  async answer(channel: ServerChannel, command: string): Promise<void> {
    const mode = /pullpath (\w+)$/.exec(command)?.[1];
    if (mode === undefined) return void channel.write("\n@@pullpath 0\n");
    const say = speaker(channel);
    channel.write("\n");
    say.tell("ready");
    const options = await takeFrame(channel);
    if (mode === "survey") this.#survey(say);
    if (mode === "inspect") this.#inspect(say);
    if (mode === "read") this.#read(say);
    if (mode === "apply") await this.#apply(channel, optionsOf(options, "wanted")[0] ?? "");
    say.tell("end");
  }

  #survey({ fact, text, tell }: Speaker) {
    fact("clock", String(Date.now()));
    fact("hostname", this.spec.name);
    fact("arch", "x86_64");
    fact("os", "Simulated");
    fact("manager", "systemd");
    const start = `ExecStart=/usr/local/bin/k3s ${this.spec.role}\n`;
    text(`unit:${this.#unit}`, `[Service]\nType=notify\n${start}`);
    tell(`unit ${this.#unit} active yes`);
  }

  #inspect({ fact }: Speaker) {
    fact("active", "active");
    fact("restarts", "0");
    fact("started", String(this.#startedAt));
    fact("running", version);
    fact("ready", "yes");
    fact("containerd", "answers");
    fact("installed", version);
    if (this.#file) {
      fact("pending", this.#modifiedAt > this.#startedAt ? "yes" : "no");
      const size = this.#file.length;
      fact("registries", `600 root:root ${size} ${this.#modifiedAt} ${sha256(this.#file)}`);
    }
    fact("server-ca", sha256(this.spec.cluster));
    fact("free", "1000000");
  }

  #read({ fact, text }: Speaker) {
    if (!this.#file) return fact("absent", "yes");
    fact("size", String(this.#file.length));
    fact("sha256", sha256(this.#file));
    text("file", this.#file);
  }

  async #apply(channel: ServerChannel, wanted: string) {
    const { tell } = speaker(channel);
    let sequence = 0;
    const event = (phase: string, code: string, params: Pairs = {}) => {
      sequence += 1;
      tell(`event ${sequence} ${Date.now()} ${phase} ${code}${pairs(params)}`);
    };
    event("check", "started");
    event("check", "baseline", { unit: "active", containerd: "answers", ready: "yes" });
    event("back-up", "started");
    event("back-up", this.#file ? "saved" : "nothing-there");
    event("upload", "started");
    let file: Buffer | null = null;
    for (let frame = await takeFrame(channel); frame.kind !== "end"; frame = await takeFrame(channel))
      if (frame.kind === "file") file = frame.bytes;
    if (!file || sha256(file) !== wanted) return tell("report failed upload-broken reason=digest |");
    event("upload", "received", { bytes: String(file.length) });
    event("apply", "started");
    this.#file = file;
    this.#modifiedAt = Date.now();
    event("apply", "replaced", { path });
    event("restart", "requested", { unit: this.#unit });
    await this.#restart();
    this.#startedAt = Date.now() + 1;
    event("restart", "active", { seconds: "1" });
    event("verify", "watching", { seconds: "5", missing: "" });
    const shown = { depth: "4", generated: "newer", containerd: "answers", ready: "yes", digest: "equal" };
    tell(
      `report changed - |${pairs({ ...shown, mode: "600", owner: "root:root", unit: "active", restarts: "0" })}`,
    );
  }
}

import { type ExecOptions, type ExecResult, execInside } from "./enter";
import { type Fault, type FaultValue, setFault } from "./faults";
import { certify, type KeyPair, makeKeyPair } from "./host-key";
import { Machine } from "./machine";
import type { HostCertificate, ResolvedSpec } from "./node-spec";
import { type FileStat, outagesOf, parseRuns, parseStat, type ServiceRun } from "./observe";

interface NodeParts {
  spec: ResolvedSpec;
  host: string;
  port: number;
  hostKey: KeyPair;
  seed: string;
}

/** One machine with a real sshd, a file tree of its own and a played K3s or RKE2 service. */
export class TestNode {
  readonly spec: ResolvedSpec;
  readonly host: string;
  readonly port: number;
  hostKey: KeyPair;
  readonly #machine: Machine;

  constructor(parts: NodeParts) {
    this.spec = parts.spec;
    this.host = parts.host;
    this.port = parts.port;
    this.hostKey = parts.hostKey;
    this.#machine = new Machine(parts.seed);
  }

  get name(): string {
    return this.spec.name;
  }

  get unit(): string {
    return this.spec.unit;
  }

  /** Where its registries.yaml is by default. */
  get registriesPath(): string {
    return `/etc/rancher/${this.spec.distribution}/registries.yaml`;
  }

  get isOn(): boolean {
    return this.#machine.pid !== undefined;
  }

  /** Runs a program on the node without SSH; its status is part of the answer. */
  exec(argv: readonly string[], options?: ExecOptions): Promise<ExecResult> {
    const { pid } = this.#machine;
    if (pid === undefined) throw new Error(`${this.name} is off`);
    return execInside(pid, argv, options);
  }

  /** Like exec, but a status other than 0 is an error; returns standard output. */
  async run(argv: readonly string[], options?: ExecOptions): Promise<string> {
    const { code, stdout, stderr } = await this.exec(argv, options);
    if (code !== 0) throw new Error(`${this.name}: ${argv[0]} ended with ${code}: ${stderr.trim()}`);
    return stdout;
  }

  read(path: string): Promise<string> {
    return this.run(["cat", path]);
  }

  /** Writes a file in place, with its folders. */
  async write(path: string, text: string, mode = "0600"): Promise<void> {
    const program = `folder=$(dirname "$1") && mkdir -p "$folder" && cat >"$1" && chmod "$2" "$1"`;
    await this.run(["sh", "-c", program, "sh", path, mode], { input: text });
  }

  async remove(path: string): Promise<void> {
    await this.run(["rm", "-rf", path]);
  }

  async stat(path: string): Promise<FileStat> {
    return parseStat(await this.run(["stat", "-c", "%a %u %g %s %.Y %F", path]));
  }

  async exists(path: string): Promise<boolean> {
    return (await this.exec(["test", "-e", path])).code === 0;
  }

  /** Names in a folder, hidden ones too; none when it is missing. */
  async list(folder: string): Promise<string[]> {
    const { stdout } = await this.exec(["ls", "-1A", folder]);
    return stdout.split("\n").filter((name) => name !== "");
  }

  /** Messages of the unit, oldest first. */
  async journal(unit: string = this.unit): Promise<string> {
    const { stdout } = await this.exec([
      "awk",
      "-F",
      "\t",
      `$2 == "${unit}" { print $4 }`,
      "/var/log/played/journal",
    ]);
    return stdout;
  }

  /** Every start of a service since the node was made, with its readiness and end. */
  async restarts(): Promise<ServiceRun[]> {
    const { stdout } = await this.exec(["cat", "/var/lib/played/restarts"]);
    return parseRuns(stdout);
  }

  async outages(): Promise<{ from: number; to: number }[]> {
    return outagesOf(await this.restarts());
  }

  /** "active", "activating" and so on, as the service manager sees the unit. */
  async activeState(): Promise<string> {
    const { stdout } = await this.exec(["cat", `/run/played/units/${this.unit}/active`]);
    return stdout.trim() || "inactive";
  }

  setFault(fault: Fault, value: FaultValue = true, whileFileHolds?: string): Promise<void> {
    return setFault(this, fault, { value, whileFileHolds });
  }

  /** Gives the node another host key, as a new installation would; open sessions stay. */
  async changeHostKey(): Promise<KeyPair> {
    const key = makeKeyPair(`${this.name}-changed`);
    await this.write("/etc/ssh/ssh_host_ed25519_key", key.privateKey);
    await this.reloadSshd();
    this.hostKey = key;
    return key;
  }

  /** Gives its present host key another certificate, or none; the node must have been made with one. */
  async setCertificate(certificate: HostCertificate | null): Promise<void> {
    const path = "/etc/ssh/ssh_host_ed25519_key-cert.pub";
    const { authority, ...options } = certificate ?? {};
    const line =
      authority && certify(authority, this.hostKey.publicKey, { principals: [this.host], ...options });
    if (line) await this.write(path, `${line}\n`);
    else await this.remove(path);
    await this.reloadSshd();
  }

  /** Makes sshd read its configuration and keys again and waits until it listens. */
  async reloadSshd(): Promise<void> {
    const program =
      "pid=$(cat /run/sshd.pid); rm /run/sshd.pid; kill -HUP $pid; until [ -s /run/sshd.pid ]; do sleep 0.02; done";
    await this.run(["timeout", "10", "sh", "-c", program]);
  }

  /** Kills the sessions that are open now; sshd itself goes on. */
  async killSessions(): Promise<void> {
    await this.exec(["pkill", "-KILL", "-f", "^sshd: [a-z]+"]);
  }

  /** Replaces the installed program: the running service keeps its version until it is restarted. */
  async installVersion(version: string): Promise<void> {
    const path = `/usr/local/bin/${this.spec.distribution}`;
    const text = (await this.read(path)).replace(/^PLAYED_VERSION=.*$/m, `PLAYED_VERSION=${version}`);
    await this.write(`${path}.new`, text, "0755");
    await this.run(["mv", `${path}.new`, path]);
  }

  /** Loses power at once; the disk stays. */
  powerOff(): Promise<void> {
    return this.#machine.powerOff();
  }

  boot(): Promise<void> {
    return this.#machine.boot();
  }

  /** For the fleet alone: ends the machine and its disk. */
  end(): Promise<void> {
    return this.#machine.end();
  }
}

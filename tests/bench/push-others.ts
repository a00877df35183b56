import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Fleet } from "./push-fleet";

const path = "/etc/rancher/k3s/registries.yaml";
const bare = `cat >${path}.new && mv ${path}.new ${path} && systemctl restart k3s-agent`;

function run(command: string, args: string[], input = ""): Promise<{ wallMs: number; code: number | null }> {
  const began = performance.now();
  const child = spawn(command, args, {
    stdio: ["pipe", "ignore", process.env["PUSH_BENCH_LOUD"] ? "inherit" : "ignore"],
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ wallMs: performance.now() - began, code }));
  });
}

/** What the other tools need: the file, the keys and the list of machines. */
export function prepare(folder: string, { fleets }: Fleet, yaml: string) {
  writeFileSync(join(folder, "registries.yaml"), yaml);
  const nodes = fleets.flatMap((fleet, at) => {
    const key = join(folder, `key-${at}`);
    writeFileSync(key, fleet.userKey.privateKey, { mode: 0o600 });
    return fleet.nodes.map(({ host, port, name }) => ({ host, port, name, key }));
  });
  const inventory = nodes.map(
    ({ name, host, port, key }) =>
      `${name} ansible_host=${host} ansible_port=${port} ansible_user=root ansible_ssh_private_key_file=${key}`,
  );
  const play = [
    "- hosts: all",
    "  gather_facts: false",
    "  tasks:",
    `    - copy: { src: ${join(folder, "registries.yaml")}, dest: ${path}, mode: "0600" }`,
    "    - command: systemctl restart k3s-agent",
    "",
  ];
  writeFileSync(join(folder, "inventory"), `${inventory.join("\n")}\n`);
  writeFileSync(join(folder, "play.yml"), play.join("\n"));
  return nodes;
}

type Nodes = ReturnType<typeof prepare>;
const quiet = [
  "-oStrictHostKeyChecking=no",
  "-oUserKnownHostsFile=/dev/null",
  "-oLogLevel=ERROR",
  "-oBatchMode=yes",
];

/** OpenSSH under xargs: a bare write and restart, with nothing looked at before or after. */
export function runSsh(folder: string, nodes: Nodes, { width, kex }: { width: number; kex: string | null }) {
  const options = [...quiet, ...(kex === null ? [] : [`-oKexAlgorithms=${kex}`])].join(" ");
  const script = `exec ssh ${options} -i "$3" -p "$2" "root@$1" "${bare}" <${join(folder, "registries.yaml")}`;
  const list = nodes.map(({ host, port, key }) => `${host} ${port} ${key}`).join("\n");
  return run("xargs", ["-P", String(width), "-L1", "sh", "-c", script, "sh"], `${list}\n`);
}

export const ansibleVersion = (): string | null => {
  const { status, stdout } = spawnSync("ansible-playbook", ["--version"], { encoding: "utf8" });
  return status === 0 ? (stdout.split("\n")[0] ?? "") : null;
};

export function runAnsible(folder: string, forks: number) {
  const arguments_ = ["-i", join(folder, "inventory"), "-f", String(forks), join(folder, "play.yml")];
  const settings = ["ANSIBLE_PIPELINING=1", "ANSIBLE_HOST_KEY_CHECKING=0", `ANSIBLE_LOCAL_TEMP=${folder}`];
  return run("env", [...settings, "ansible-playbook", ...arguments_]);
}

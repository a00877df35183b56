import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { waitFor } from "@/tests/support/nodes/wait-for";
import { type Answer, callImageService, type PodLogin, pullRequest } from "./cri";
import { unshare } from "./release";

/** Its namespaces end with their first process, and that ends with its standard input: nothing outlives the test. */
const start = `set -eu
mount --bind "$1/hosts" /etc/hosts
mount --bind "$1/resolv.conf" /etc/resolv.conf
{ "$2" --config "$1/config.toml" >"$1/log" 2>&1 || true; echo ended; } &
cat >/dev/null`;

const namespaces = ["--mount", "--pid", "--mount-proc", "--fork", "--kill-child"];

export type LogLine = Readonly<Record<string, unknown>>;

export type RunningContainerd = {
  pull: (image: string, pod: PodLogin | null) => Promise<Answer>;
  log: () => Promise<LogLine[]>;
  stop: () => Promise<void>;
};

export type Installation = {
  folder: string;
  program: string;
  /** Texts by path below the folder. */
  files: Readonly<Record<string, string>>;
  /** Addresses by name, and nothing else has a name. */
  names: ReadonlyMap<string, string>;
  /** The authorities the system is to know. */
  systemCa: string;
};

export const makeInstallationFolder = () => mkdtemp(join(tmpdir(), "pullpath-containerd-"));

async function writeInstallation({ folder, files, names }: Installation): Promise<void> {
  const hosts = Array.from(names, ([name, address]) => `${address} ${name}\n`).join("");
  // Where nobody listens: a name that is not in the list fails at once.
  const all = { ...files, hosts, "resolv.conf": "nameserver 127.0.0.1\noptions attempts:1 timeout:1\n" };
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function readLog(folder: string): Promise<LogLine[]> {
  const text = await readFile(join(folder, "log"), "utf8");
  return text.split("\n").flatMap((line) => (line.startsWith("{") ? [JSON.parse(line) as LogLine] : []));
}

/** Starts containerd as root in namespaces of its own, with its own list of names. */
export async function startContainerd(installation: Installation): Promise<RunningContainerd> {
  const { folder, program, systemCa } = installation;
  await writeInstallation(installation);
  const child = spawn(unshare, [...namespaces, "sh", "-c", start, "sh", folder, program], {
    stdio: ["pipe", "pipe", "inherit"],
    env: {
      NODE_ENV: "test",
      PATH: "/usr/sbin:/usr/bin:/sbin:/bin",
      SSL_CERT_FILE: systemCa,
      SSL_CERT_DIR: "/nowhere",
    },
  });
  const gone = once(child, "exit");
  let ended = false;
  child.stdout.on("data", () => {
    ended = true;
  });
  const socket = join(folder, "socket");
  const stop = async () => {
    child.stdin.end();
    await gone;
    await rm(folder, { recursive: true, force: true });
  };
  const answers = async () => {
    if (ended) throw new Error("containerd ended");
    const answer = await callImageService(socket, "ListImages", Buffer.alloc(0)).catch(() => null);
    return answer?.status === 0;
  };
  try {
    await waitFor(answers, { what: "containerd to answer" });
  } catch (error) {
    const log = await readFile(join(folder, "log"), "utf8").catch(() => "");
    await stop();
    throw new Error(`containerd did not start: ${log.slice(-2000)}`, { cause: error });
  }
  return {
    pull: (image, pod) => callImageService(socket, "PullImage", pullRequest(image, pod)),
    log: () => readLog(folder),
    stop,
  };
}

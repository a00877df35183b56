// What is needed from the machine besides Node, how to see whether it is there, and how Debian and Ubuntu get it.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { ensureInstalled, StepFailed, say } from "./steps.mjs";

const folders = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];
const hasProgram = (/** @type {string} */ name) =>
  [...folders, ...(process.env["PATH"] ?? "").split(":")].some((folder) => existsSync(join(folder, name)));

const hasChineseFont = () =>
  ["/usr/share/fonts", "/usr/local/share/fonts"].some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) => /wqy|cjk|noto.*sc/i.test(String(name))),
  );

const needs = [
  { what: "git, which tells the files of the project", apt: ["git"], isThere: () => hasProgram("git") },
  { what: "sshd, which plays the nodes", apt: ["openssh-server"], isThere: () => hasProgram("sshd") },
  { what: "sudo", apt: ["sudo"], isThere: () => hasProgram("sudo") },
  {
    what: "BusyBox, whose shell and programs nodes may have",
    apt: ["busybox"],
    isThere: () => hasProgram("busybox"),
  },
  {
    what: "containerd, whose pulls are compared with the predicted ones",
    apt: ["containerd"],
    isThere: () => hasProgram("containerd"),
  },
  {
    what: "Chromium (or name one with PULLPATH_CHROMIUM)",
    apt: ["chromium"],
    isThere: () => existsSync(process.env["PULLPATH_CHROMIUM"] || "/usr/bin/chromium"),
  },
  { what: "a Chinese font", apt: ["fonts-wqy-microhei"], isThere: hasChineseFont },
];

const compilers = [
  {
    what: "python3, make and g++, which compile the database library",
    apt: ["python3", "make", "g++"],
    isThere: () => ["python3", "make", "g++"].every(hasProgram),
  },
];

/** The command prefix that may install packages here without asking, or undefined. */
function rootPrefix() {
  if (!hasProgram("apt-get")) return undefined;
  if (process.getuid?.() === 0) return [];
  const isAllowed = spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0;
  return isAllowed ? ["sudo", "-n"] : undefined;
}

/** Debian's way to keep a package from starting its service; the tests start what they need themselves. */
const withoutServices = `set -eu
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\\nexit 101\\n' >"$policy"
  chmod 755 "$policy"
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq -y --no-install-recommends "$@"`;

function install(/** @type {string[]} */ prefix, /** @type {string[]} */ packages) {
  const [command = "sh", ...rest] = [...prefix, "sh", "-c", withoutServices, "sh", ...packages];
  return spawnSync(command, rest, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}

function ensure(/** @type {typeof needs} */ list) {
  const missing = list.filter(({ isThere }) => !isThere());
  if (missing.length === 0) return;
  const packages = missing.flatMap(({ apt }) => apt);
  const prefix = rootPrefix();
  if (prefix) {
    say(`Installing system packages: ${packages.join(" ")}`);
    install(prefix, packages);
  }
  const left = missing.filter(({ isThere }) => !isThere()).map(({ what }) => `  - ${what}`);
  if (left.length > 0)
    throw new StepFailed(
      `Missing on this machine:\n${left.join("\n")}\nOn Debian and Ubuntu: sudo apt-get install ${packages.join(" ")}`,
    );
}

/** Makes sure that the programs are there which the tests use. */
export const ensureTestPrograms = () => ensure(needs);

/** Installs the packages; where that fails for want of a compiler, adds the compiler and tries once more. */
export async function ensurePackages() {
  await ensureInstalled().catch((error) => {
    if (compilers.every(({ isThere }) => isThere())) throw error;
    ensure(compilers);
    return ensureInstalled();
  });
}

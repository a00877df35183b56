// node .config/complete-lock.mjs, after each `npm install`: a registry mirror may lack the optional packages of other
// platforms. npm then leaves them out of the lock and `npm ci` refuses it. This adds what their names tell of them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** @typedef {{ version?: string, dev?: boolean, optional?: boolean, extraneous?: boolean, os?: string[], cpu?: string[], libc?: string[], optionalDependencies?: Record<string, string> }} Entry */
/** @typedef {{ packages: Record<string, Entry> }} Lock */

const systems = [
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const processors = ["arm", "arm64", "ia32", "loong64", "ppc64", "riscv64", "s390x", "wasm32", "x64"];
const wordsForLibc = { gnu: "glibc", glibc: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/** The platform a package is for, as the words of its name say, such as `@scope/tool-linux-arm64-musl`. */
export function platformOf(/** @type {string} */ name) {
  const words = name.split(/[-/]/);
  const libc = Object.entries(wordsForLibc).find(([word]) => words.includes(word))?.[1];
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  return { ...(os.length && { os }), ...(cpu.length && { cpu }), ...(libc && { libc: [libc] }) };
}

/** Where Node would look for a package that `owner` depends on, nearest first. */
function placesFor(/** @type {string} */ owner, /** @type {string} */ name) {
  const places = [];
  for (let at = owner; at; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/"))))
    places.push(`${at}/node_modules/${name}`);
  return [...places, `node_modules/${name}`];
}

/** Every optional dependency that the lock names and does not hold, with the entry it needs. */
export function findMissing(/** @type {Lock} */ { packages }) {
  return Object.entries(packages).flatMap(([owner, entry]) =>
    Object.entries(entry.optionalDependencies ?? {})
      .filter(([name]) => !placesFor(owner, name).some((place) => place in packages))
      .map(([name, version]) => ({
        place: `node_modules/${name}`,
        entry: { version, ...(entry.dev && { dev: true }), optional: true, ...platformOf(name) },
      })),
  );
}

/** The lock with what is missing and without what nothing asks for, sorted as npm sorts it. */
export function completeLock(/** @type {Lock} */ lock) {
  const missing = findMissing(lock);
  const inexact = missing.find(({ entry }) => !/^\d+\.\d+\.\d+[-+.\w]*$/.test(entry.version));
  if (inexact)
    throw new Error(`${inexact.place} is asked for as ${inexact.entry.version}, which is no exact version.`);
  const added = missing.map(({ place, entry }) => /** @type {const} */ ([place, entry]));
  const kept = Object.entries(lock.packages).filter(([, entry]) => !entry.extraneous);
  const packages = [...kept, ...added].sort(([a], [b]) => a.localeCompare(b, "en"));
  return { ...lock, packages: Object.fromEntries(packages) };
}

if (process.argv[1] === import.meta.filename) {
  const file = join(import.meta.dirname, "..", "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const added = findMissing(lock).map(({ place }) => place);
  writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
  console.log(added.length ? `Added to the lock:\n  ${added.join("\n  ")}` : "The lock is complete.");
}

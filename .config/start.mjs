// npm start: from a fresh clone to a running Pullpath. Node is all it needs.
import { createServer } from "node:net";
import { hostname } from "node:os";
import { pathToFileURL } from "node:url";
import { ensureBuilt, serverFile } from "./build.mjs";
import { placeData, readEnvironmentFile } from "./data-settings.mjs";
import { StepFailed, say, stop } from "./steps.mjs";

/** Containers set HOSTNAME to their own name, which nobody chose as the address to listen on. */
function readHost() {
  if (process.env["HOSTNAME"] === hostname()) delete process.env["HOSTNAME"];
  readEnvironmentFile();
  // Without TLS in front, a session would cross the network readable: whoever wants that says so.
  return process.env["HOSTNAME"] || "127.0.0.1";
}

function readSettings() {
  const host = readHost();
  placeData();
  const port = process.env["PORT"] || "3000";
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535)
    throw new StepFailed(`PORT must be a number from 1 to 65535, not "${port}".`);
  return { port: Number(port), host };
}

const sentences = {
  EADDRINUSE: "is in use by another program. Stop that program, or choose another port: PORT=3001 npm start",
  EACCES: "is not open to this user. Choose a port above 1023: PORT=3000 npm start",
  EADDRNOTAVAIL: "belongs to an address this machine does not have. Check HOSTNAME.",
  ENOTFOUND: "belongs to a host name that does not resolve. Check HOSTNAME.",
};

/** Fails early and in words, before minutes go into a build. */
function checkPort(/** @type {{ port: number, host: string }} */ { port, host }) {
  const probe = createServer();
  return new Promise((free, reject) => {
    probe.once("error", (error) => {
      const code = /** @type {keyof typeof sentences} */ (/** @type {NodeJS.ErrnoException} */ (error).code);
      reject(
        new StepFailed(`Port ${port} of ${host} ${sentences[code] ?? `cannot be used: ${error.message}`}`),
      );
    });
    probe.listen(port, host, () => probe.close(free));
  });
}

/** A signal to npm ends npm and its shell but not what they started, which would keep the port; so it looks after them. */
function endWithNpm() {
  if (!process.env["npm_lifecycle_event"]) return;
  const shell = process.ppid;
  const watch = setInterval(() => process.ppid === shell || process.kill(process.pid, "SIGTERM"), 500);
  watch.unref();
}

async function start() {
  const { port, host } = readSettings();
  await checkPort({ port, host });
  await ensureBuilt();
  Object.assign(process.env, { NODE_ENV: "production", PORT: String(port), HOSTNAME: host });
  const isLocal = ["0.0.0.0", "127.0.0.1"].includes(host);
  say(`Starting Pullpath on http://${isLocal ? "localhost" : host}:${port}`);
  say(`Data folder: ${process.env["PULLPATH_DATA"]}`);
  endWithNpm();
  await import(pathToFileURL(serverFile).href);
}

await start().catch(stop);

import { readFileSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { dirname } from "node:path";
import type { Server as SshServer } from "ssh2";

type Loaded = Module & { _compile(source: string, file: string): void };

const require = createRequire(import.meta.url);
const isOfSsh = (file: string) => /[/\\]ssh2[/\\]lib[/\\]/.test(file);

/** Takes what is loaded of ssh2 out of the cache of modules, and answers it. */
function unload(): Map<string, Module> {
  const files = Object.keys(require.cache).filter(isOfSsh);
  const loaded = new Map(files.flatMap((file) => (require.cache[file] ? [[file, require.cache[file]]] : [])));
  for (const file of files) delete require.cache[file];
  return loaded;
}

/**
 * The server of ssh2 1.17.0 hangs up on packets beyond 35,000 bytes, which is less than the node program takes as the
 * argument of a command; OpenSSH's limit is 256 KiB. So this is a copy of its own with a higher limit, and the client
 * under test stays as it is.
 */
function loadServer(): typeof SshServer {
  const before = unload();
  const file = require.resolve("ssh2/lib/protocol/crypto.js");
  const source = readFileSync(file, "utf8").replace("MAX_PACKET_SIZE = 35000", "MAX_PACKET_SIZE = 262144");
  const patched = new Module(file) as Loaded;
  patched.filename = file;
  patched.paths = [dirname(file)];
  require.cache[file] = patched;
  patched._compile(source, file);
  patched.loaded = true;
  const { Server } = require("ssh2") as { Server: typeof SshServer };
  unload();
  for (const [name, loaded] of before) require.cache[name] = loaded;
  return Server;
}

export const Server = loadServer();

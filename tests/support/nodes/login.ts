import ssh2, { type Client, type ConnectConfig } from "ssh2";
import type { ExecResult } from "./enter";
import { fingerprintOf } from "./host-key";
import type { TestNode } from "./test-node";

export interface LoginOptions {
  username: string;
  password?: string;
  privateKey?: string;
  /** Expected fingerprint; the node's present one when not given. */
  fingerprint?: string;
  /** Another way to the node, such as a proxy. */
  via?: { host: string; port: number };
  /** Milliseconds until an unfinished login is given up. */
  readyTimeout?: number;
}

/** A bare ssh2 login for tests of the nodes themselves; the product's own connection factory is not used here. */
export function login(node: TestNode, options: LoginOptions): Promise<Client> {
  const expected = options.fingerprint ?? node.hostKey.fingerprint;
  const { username, password, privateKey } = options;
  const config: ConnectConfig = {
    host: options.via?.host ?? node.host,
    port: options.via?.port ?? node.port,
    username,
    hostVerifier: (key: Buffer) => fingerprintOf(key) === expected,
    readyTimeout: options.readyTimeout ?? 10_000,
    ...(password === undefined ? {} : { password }),
    ...(privateKey === undefined ? {} : { privateKey }),
  };
  const client = new ssh2.Client();
  return new Promise((resolve, reject) => {
    client.once("ready", () => resolve(client));
    client.on("error", reject);
    // A connection that is cut between the key exchange and the login closes without an error.
    client.once("close", () => reject(new Error("The connection was closed before the login was done")));
    client.connect(config);
  });
}

/** Runs one command over an open session; a command that was killed ends with -1. */
export function runRemote(client: Client, command: string, input = ""): Promise<ExecResult> {
  return new Promise((resolve, reject) => {
    client.exec(command, (error, channel) => {
      if (error) return reject(error);
      let stdout = "";
      let stderr = "";
      channel.on("data", (text: Buffer) => {
        stdout += text.toString();
      });
      channel.stderr.on("data", (text: Buffer) => {
        stderr += text.toString();
      });
      channel.on("close", (code: number | undefined) => resolve({ code: code ?? -1, stdout, stderr }));
      channel.end(input);
    });
  });
}

import { createHash } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { certify, type KeyPair } from "./host-key";
import { type ResolvedSpec, toAssignments } from "./node-spec";

export const port = 2200;

function certificateOf(cluster: string): string {
  const body = createHash("sha512").update(cluster).digest("base64");
  return `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
}

export interface SeedParts {
  folder: string;
  spec: ResolvedSpec;
  address: string;
  hostKey: KeyPair;
  userKey: KeyPair;
}

/** The folder from which the machine of a node is made: its cluster's shared state is a link to a common folder. */
export async function writeSeed({ folder, spec, address, hostKey, userKey }: SeedParts): Promise<string> {
  const seed = join(folder, spec.name);
  const cluster = join(folder, "clusters", createHash("sha256").update(spec.cluster).digest("hex"));
  await mkdir(join(seed, "tree"), { recursive: true });
  await mkdir(cluster, { recursive: true });
  await writeFile(join(cluster, "server-ca.crt"), certificateOf(spec.cluster));
  await writeFile(join(seed, "spec"), toAssignments(spec, address, port));
  await writeFile(join(seed, "cluster-path"), cluster);
  await writeFile(join(seed, "authorized_keys"), `${userKey.publicKey}\n`);
  await writeFile(join(seed, "host_key"), hostKey.privateKey, { mode: 0o600 });
  const { hostCertificate } = spec;
  if (hostCertificate) {
    const line = certify(hostCertificate.authority, hostKey.publicKey, {
      principals: [address],
      ...hostCertificate,
    });
    await writeFile(join(seed, "host_certificate"), `${line}\n`);
  }
  if (spec.registries !== undefined) await writeFile(join(seed, "registries.yaml"), spec.registries);
  if (spec.config !== undefined) await writeFile(join(seed, "config.yaml"), spec.config);
  return seed;
}

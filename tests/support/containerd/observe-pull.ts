import { join } from "node:path";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import { decode } from "@/lib/domain/registries/decode";
import type { FailureCode } from "@/lib/domain/registries/explain/explanation";
import type { Target } from "@/lib/domain/registries/target";
import type { Authorities } from "./authorities";
import { wholeConfig } from "./config";
import { type LogLine, startContainerd } from "./containerd";
import { startLoopback } from "./loopback";
import { sayLogin } from "./predict";
import { fileOf, type PullCase } from "./pull-case";
import type { Seen } from "./registry";
import type { Release } from "./release";

export type Observation = {
  asked: string[];
  served: string[];
  logins: string[];
  /** Empty where the image was pulled. */
  message: string;
};

/** Repetitions at one place are one: containerd asks again with a login, and where it is told to wait. */
const withoutRepeats = (list: readonly string[]) => list.filter((each, index) => each !== list[index - 1]);

const askedOf = (log: readonly LogLine[]) =>
  withoutRepeats(
    log
      .filter((line) => line["msg"] === "do request" && line["request.method"] === "HEAD")
      .map((line) => String(line["url"]))
      .filter((url) => url.includes("/manifests/")),
  );

const servedOf = ({ requests }: Seen) =>
  withoutRepeats(
    requests
      .filter(({ method, url }) => method === "HEAD" && url.includes("/manifests/"))
      .map(({ url, clientCertificate }) => (clientCertificate ? `${url} as ${clientCertificate}` : url)),
  );

const loginsOf = ({ logins }: Seen) => [...new Set(logins.map(({ place, given }) => sayLogin(place, given)))];

type Place = { given: PullCase; release: Release; target: Target; folder: string; authorities: Authorities };

/** Lets containerd pull with the files that K3s would write, and tells what it did. */
export async function observePull({
  given,
  release,
  target,
  folder,
  authorities,
}: Place): Promise<Observation> {
  const decoded = decode(fileOf(given, authorities));
  if (!decoded.ok) throw new Error(decoded.error);
  const { files } = containerdFiles(decoded.result, target);
  const { "config.toml": registryPart = "", ...hosts } = files;
  const config = join("data/agent/etc/containerd");
  const placed = Object.entries(hosts).map(([path, text]) => [join(config, path), text]);
  const loopback = await startLoopback(given.servers, namesOf(given), authorities);
  try {
    const containerd = await startContainerd({
      folder,
      program: release.program,
      names: loopback.names,
      systemCa: authorities.systemFile,
      files: { ...Object.fromEntries(placed), "config.toml": wholeConfig(release, folder, registryPart) },
    });
    try {
      const { message } = await containerd.pull(given.image, given.pod ?? null);
      const asked = askedOf(await containerd.log());
      return { asked, served: servedOf(loopback.seen), logins: loginsOf(loopback.seen), message };
    } finally {
      await containerd.stop();
    }
  } finally {
    await loopback.stop();
  }
}

/** Every name of the tests' world, so that one that is asked by mistake refuses connections and is seen. */
const namesOf = ({ servers }: PullCase) => [
  ...new Set([
    ...["localhost", "docker.io", "index.docker.io", "registry-1.docker.io", "quay.io"],
    ...["a.test", "b.test", "c.test"],
    ...Object.keys(servers).map((place) => place.split(":")[0] ?? ""),
  ]),
];

const words: readonly [RegExp, FailureCode][] = [
  [/unable to read|unable to load|failed to load X509/, "tls-pair"],
  [/x509:|tls: |HTTP response to HTTPS client|certificate/, "tls"],
  [/connection refused|connection reset|EOF|malformed HTTP/, "refused"],
  [/401|authoriz|auth/, "authorization"],
  [/status/, "status"],
  [/not found/, "not-found"],
];

/** explain's word for containerd's. */
export const failureOf = (message: string): FailureCode | null =>
  words.find(([pattern]) => pattern.test(message))?.[1] ?? null;

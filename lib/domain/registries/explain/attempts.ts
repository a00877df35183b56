import type { Decoded, DecodedTls } from "../decode";
import type { ImageReference } from "../reference";
import { rewriteOutcomes } from "../rewrite/outcomes";
import type { Target } from "../target";
import { mostLists } from "./alternatives";
import { isUsable, plainTls, portOf } from "./base";
import { containerdCredential } from "./credential";
import type { Assumption, Attempt, AttemptTls } from "./explanation";
import type { PullHost } from "./hosts";
import type { FileRewrites } from "./hosts-file";
import { memoize } from "./memoize";
import { manifestUrl, namespaceFor } from "./request";

/** An attempt with what the walk needs to know of it. */
export type PlannedAttempt = Attempt & {
  /** Cannot work, whatever is assumed. */
  dead: boolean;
  /** Answers after which containerd makes the next attempt of this list at the same host. */
  fallsBackOn: readonly Assumption[];
};

export type AttemptContext = {
  reference: ImageReference;
  configs: Decoded["configs"];
  target: Target;
};

export function tlsOf(tls: DecodedTls | null): AttemptTls {
  const { ca_file: ca, cert_file: cert, key_file: key } = tls ?? { ca_file: "", cert_file: "", key_file: "" };
  return {
    mode: tls?.insecure_skip_verify ? "unverified" : "verify",
    ca: ca === "" ? null : ca,
    client: cert === "" && key === "" ? null : { cert, key },
  };
}

const hasSettings = (tls: DecodedTls | null) =>
  tls !== null &&
  (tls.ca_file !== "" || tls.cert_file !== "" || tls.key_file !== "" || tls.insecure_skip_verify);

type Route = Pick<PlannedAttempt, "tls" | "reason" | "dead" | "fallsBackOn"> & { scheme: string };

const unusable = ({ params }: PullHost["reason"]): PullHost["reason"] => ({
  code: "unusable",
  params: { key: params["key"] ?? "", position: params["position"] ?? 0 },
});

/**
 * TLS settings make containerd try https first even where the URL says http (config/hosts.go, ConfigureHosts): not for
 * port 80, and up to v1.7.23 not without a port either, so that K3s does since it carries 2.0.
 */
function triesHttpsFirst({ base, tls }: PullHost, { version }: Target): boolean {
  const port = portOf(base.host);
  return hasSettings(tls) && port !== "80" && (port !== "" || version.family >= "H");
}

function routesOf(host: PullHost, target: Target): Route[] {
  const { base, tls, reason } = host;
  const dead = !isUsable(base);
  const one = { scheme: base.scheme, tls: tlsOf(tls), reason, dead, fallsBackOn: [] };
  if (dead) return [{ ...one, reason: unusable(reason) }];
  if (base.scheme === "https") return [one];
  if (!triesHttpsFirst(host, target)) return [{ ...one, tls: plainTls }];
  const params = { host: base.host };
  const fallsBackOn: Assumption[] = ["tls", "timeout"];
  if (portOf(base.host) === "") fallsBackOn.push("refused");
  return [
    { ...one, scheme: "https", reason: { code: "https-first", params }, fallsBackOn },
    { ...one, tls: plainTls, reason: { code: "http-fallback", params } },
  ];
}

/** Each way the rules of a host can turn out: one for each different result, or the repository as it is. */
function rewritesOf(rewrites: FileRewrites, repository: string): Attempt["rewrite"][] {
  const rules = Object.fromEntries(rewrites.map(({ pattern, replacement }) => [pattern, replacement]));
  const written = new Map(rewrites.map((rule) => [rule.pattern, rule.written]));
  const byResult = new Map<string, NonNullable<Attempt["rewrite"]>>();
  for (const candidate of rewriteOutcomes(rules, repository).candidates) {
    const rewrite = { ...candidate, pattern: written.get(candidate.pattern) ?? candidate.pattern };
    byResult.set(candidate.after, byResult.get(candidate.after) ?? rewrite);
  }
  return byResult.size === 0 ? [null] : [...byResult.values()];
}

/** For each host what it is asked, once for each way its rules can turn out. */
export function planAttempts(hosts: readonly PullHost[], context: AttemptContext): PlannedAttempt[][][] {
  const { reference, configs, target } = context;
  const outcomes = memoize((rewrites: FileRewrites) =>
    rewritesOf(rewrites, reference.repository).slice(0, mostLists(hosts.length)),
  );
  return hosts.map((host) => {
    const { base } = host;
    const namespace = namespaceFor(base.host, reference.registryHost);
    const credential = containerdCredential(configs, base.host, target.podCredentials);
    const routes = routesOf(host, target);
    return outcomes(host.rewrites).map((rewrite) =>
      routes.map(({ scheme, dead, ...route }) => {
        const repository = rewrite?.after ?? reference.repository;
        const at = { base: { ...base, scheme }, repository, object: reference.object, namespace };
        const { url, readable } = manifestUrl(at);
        return { url, method: "HEAD", namespace, rewrite, credential, ...route, dead: dead || !readable };
      }),
    );
  });
}

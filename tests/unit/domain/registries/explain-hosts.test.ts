import { describe, expect, test } from "vitest";
import { containerdView } from "@/lib/domain/registries/containerd/files";
import { joinPath } from "@/lib/domain/registries/containerd/go-text";
import { type FileHost, readHosts } from "@/lib/domain/registries/explain/hosts-file";
import { styleOf } from "@/lib/domain/registries/explain/old-releases";
import { toTarget } from "@/lib/domain/registries/target";
import golden from "./explain-host-cases.json";
import { decoded } from "./explain-question";

const absolute = (path: string) => (path.startsWith("/") ? path : joinPath("/certs.d/DIR", path));

/** The shape in which the real parser's answers are kept. */
function toGolden({ base, tls, rewrites, source }: FileHost, isServer: boolean) {
  const { ca_file: ca = "", cert_file: cert = "", key_file: key = "", insecure_skip_verify } = tls ?? {};
  return {
    baseUrl: base ? `${base.scheme}://${base.host}${base.path}` : "(default for the pulled registry host)",
    capabilities: isServer ? ["pull", "resolve", "push"] : ["pull", "resolve"],
    ...(insecure_skip_verify ? { skipVerify: true } : {}),
    ...(ca === "" ? {} : { ca: [absolute(ca)] }),
    ...(cert === "" && key === "" ? {} : { client: [[absolute(cert), absolute(key)]] }),
    ...(rewrites.length === 0
      ? {}
      : { rewrites: Object.fromEntries(rewrites.map((rule) => [rule.pattern, rule.replacement])) }),
    source,
  };
}

describe("the hosts containerd reads from the files", () => {
  test.each(golden.cases.map((each) => [each.name, each] as const))("%s", (_name, each) => {
    const target = toTarget({ disableDefaultRegistryEndpoint: each.noDefaultEndpoint });
    const { entries } = containerdView(decoded(each.registriesYaml), target);
    const found = entries.map((entry) => [
      joinPath("certs.d", entry.name),
      readHosts(entry, styleOf("L"))?.map((host) => {
        const { source, ...read } = toGolden(host, !entry.endpoints.includes(host.source));
        return read;
      }) ?? null,
    ]);
    expect(Object.fromEntries(found)).toEqual(each.hosts);
  });
});

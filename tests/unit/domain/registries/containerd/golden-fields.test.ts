import { describe, expect, it } from "vitest";
import { containerdFiles } from "@/lib/domain/registries/containerd/files";
import { decode } from "@/lib/domain/registries/decode";
import { lint } from "@/lib/domain/registries/lint/lint";
import { targetSchema, toTarget } from "@/lib/domain/registries/target";
import runtimeEndpoints from "../explain-runtime-cases.json";
import runtimeRewrites from "../explain-runtime-rewrite-cases.json";
import golden from "../golden/containerd.json";
import decoding from "../golden/yaml-decode.json";
import references from "../reference-cases.json";
import rewrites from "../rewrite-cases.json";
import { readTomlHosts, type TomlHosts } from "./toml-hosts";

const fieldsOf = (cases: readonly object[]) => [...new Set(cases.flatMap(Object.keys))].toSorted();
const valuesOf = (cases: readonly { expected: object }[]): object[] =>
  cases.flatMap(({ expected }) => Object.values(expected));

const extra: readonly {
  expected: object;
  registriesYaml: string;
  noDefaultEndpoint: boolean;
  logged?: string[];
}[] = golden.extraHostConfigCases;

interface ReadFile {
  hostsToml: string;
  containerdHosts?: { baseUrl: string; capabilities: string[] }[];
  containerdParseError?: string;
}
const readFiles = valuesOf(extra) as ReadFile[];

describe("no field of what K3s's code was seen to do is left aside", () => {
  it.each<[string, readonly object[], string[]]>([
    [
      "hostConfigCases",
      golden.hostConfigCases,
      [
        "configTomlV2RegistryPart",
        "configTomlV3RegistryPart",
        "embeddedRegistry",
        "expected",
        "name",
        "noDefaultEndpoint",
        "registries",
      ],
    ],
    [
      "files of hostConfigCases",
      valuesOf(golden.hostConfigCases),
      ["default", "endpoints", "hostsToml", "hostsTomlUntrimmed"],
    ],
    [
      "embedded registry",
      golden.hostConfigCases.flatMap(({ embeddedRegistry }) => embeddedRegistry ?? []),
      ["clientCertFile", "clientKeyFile", "mirrorAddr", "serverCAFile"],
    ],
    [
      "warnMissingRegistryAuthCases",
      golden.warnMissingRegistryAuthCases,
      ["name", "registries", "templateFile", "userTemplate", "warnedHosts"],
    ],
    ["extraHostConfigCases", extra, ["expected", "logged", "name", "noDefaultEndpoint", "registriesYaml"]],
    [
      "files of extraHostConfigCases",
      readFiles,
      ["containerdHosts", "containerdParseError", "hostsToml", "hostsTomlUntrimmed"],
    ],
    [
      "hosts that containerd reads",
      readFiles.flatMap(({ containerdHosts }) => containerdHosts ?? []),
      ["baseUrl", "ca", "capabilities", "client", "rewrites", "skipVerify"],
    ],
    ["yamlDecodeCases", decoding.cases, ["error", "name", "ok", "registriesYaml", "result"]],
    [
      "referenceCases",
      references.cases,
      ["error", "image", "normalized", "object", "registryHost", "repository"],
    ],
    [
      "rewriteCases",
      rewrites.cases,
      ["changed", "compileError", "pattern", "replacement", "repository", "result"],
    ],
    [
      "runtimeImageEndpointCases",
      runtimeEndpoints.cases,
      ["configs", "expectedEndpoints", "expectedInsecureSkipVerify", "image", "mirrors", "name"],
    ],
    ["runtimeImageRewriteCases", runtimeRewrites.cases, ["image", "registry", "result", "rewrite"]],
  ])("%s", (_name, cases, fields) => {
    expect(fieldsOf(cases)).toEqual(fields);
  });
});

/** The root counts as a host with a `server` line, and where there is no other. */
function hostsOf({ host, server }: TomlHosts): string[] {
  const urls = Object.keys(host);
  return server === undefined && urls.length > 0 ? urls : [...urls, server ?? ""];
}

/** What does not begin with http gets a scheme in front (containerd, hosts.go, parseHostConfig). */
const withScheme = (url: string) => (url === "" || url.startsWith("http") ? url : `https://${url}`);
const hostOf = (url: string) => /^[a-z]+:\/\/(?:[^/?#@]*@)?([^/?#]*)/.exec(url)?.[1] ?? "";

it.each(readFiles.map((file) => [file.hostsToml, file] as const))(
  "containerd reads file %# so",
  (text, file) => {
    if (file.containerdParseError !== undefined) {
      expect(() => readTomlHosts(text)).toThrow();
      return;
    }
    const read = hostsOf(readTomlHosts(text)).map((url) => hostOf(withScheme(url)));
    expect(read).toEqual((file.containerdHosts ?? []).map(({ baseUrl }) => hostOf(baseUrl)));
  },
);

it.each(extra.filter(({ logged = [] }) => logged.length > 0))(
  "tells what K3s logs of $registriesYaml",
  (each) => {
    const decoded = decode(each.registriesYaml);
    if (!decoded.ok) throw new Error(decoded.error);
    const target = toTarget({ disableDefaultRegistryEndpoint: each.noDefaultEndpoint });
    const { remarks } = containerdFiles(decoded.result, target);
    const logged = (each.logged ?? []).map((line) => {
      const [, position, key] = /^WARN Ignoring invalid endpoint URL (\d+)=.* for (.*?): /.exec(line) ?? [];
      return { code: "endpoint-skipped", params: { key, position: Number(position) + 1 } };
    });
    expect(remarks).toEqual(logged);
  },
);

it.each(golden.warnMissingRegistryAuthCases)("finds logins that a template may drop: $name", (each) => {
  const { userTemplate } = targetSchema.parse({ userTemplate: each.templateFile ?? false });
  const found = lint(JSON.stringify(each.registries), { userTemplate });
  expect(found.some(({ code }) => code === "template-no-base")).toBe(each.templateFile !== null);
  if (each.warnedHosts.length > 0) expect(each.userTemplate).toContain("without auth");
});

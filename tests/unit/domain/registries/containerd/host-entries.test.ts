import { expect, it } from "vitest";
import { hostEntries } from "@/lib/domain/registries/containerd/host-entries";
import { decode } from "@/lib/domain/registries/decode";

function view(yaml: string, noDefault = false) {
  const decoded = decode(yaml);
  if (!decoded.ok) throw new Error(decoded.error);
  return hostEntries(decoded.result, { noDefault, embeddedAddress: ":" });
}

/** Hosts of an entry in the order containerd asks them, `+` behind those that carry rewrites. */
function chain(yaml: string, noDefault = false): Record<string, string[]> {
  const { entries } = view(yaml, noDefault);
  return Object.fromEntries(
    entries.map(({ name, server, endpoints }) => {
      const asked = endpoints.map(({ url, rewrites }) => url + (Object.keys(rewrites).length > 0 ? "+" : ""));
      return [name, [...asked, ...(server === null ? [] : [`server ${server.url}`])]];
    }),
  );
}

const hub = "server https://registry-1.docker.io/v2";

it.each<[string, string, boolean, Record<string, string[]>]>([
  ["gives no file to a mirror that changes nothing", "mirrors: {docker.io: }", false, {}],
  ["nor to one without endpoints under the flag", "mirrors: {docker.io: {endpoint: []}}", true, {}],
  [
    "asks the registry itself last and without rewrites",
    "mirrors: {docker.io: {endpoint: [m], rewrite: {a: b}}}",
    false,
    { "docker.io": ["https://m/v2+", hub] },
  ],
  [
    "takes the registry out under the flag",
    "mirrors: {docker.io: {endpoint: [m]}}",
    true,
    { "docker.io": ["https://m/v2"] },
  ],
  [
    "but not where configs has its key, even with nothing in it",
    "{mirrors: {docker.io: {endpoint: [m]}}, configs: {docker.io: }}",
    true,
    { "docker.io": ["https://m/v2", hub] },
  ],
  [
    "asks the registry twice when it is listed before the end",
    "mirrors: {docker.io: {endpoint: [docker.io, m]}}",
    false,
    { "docker.io": ["https://registry-1.docker.io/v2", "https://m/v2", hub] },
  ],
  [
    "keeps a file for the registry alone when only its lost rewrites say more",
    "mirrors: {docker.io: {endpoint: [docker.io], rewrite: {a: b}}}",
    false,
    { "docker.io": [hub] },
  ],
  [
    "lets a last endpoint that is skipped keep the registry from taking its place",
    "mirrors: {docker.io: {endpoint: [docker.io, 'bad host']}}",
    false,
    { "docker.io": ["https://registry-1.docker.io/v2", hub] },
  ],
  [
    "goes to the end of the wildcard's mirrors with whatever registry is asked",
    "mirrors: {'*': {endpoint: [m]}}",
    false,
    { _default: ["https://m/v2", "server "] },
  ],
  [
    "reads a registry key with a path as an address with one",
    "mirrors: {h/x: {endpoint: [m]}}",
    false,
    { "h/x": ["https://m/v2", "server https://h/x"] },
  ],
])("%s", (...[, yaml, noDefault, expected]) => {
  expect(chain(yaml, noDefault)).toEqual(expected);
});

const skip = "{skip_verify: true}".replace("skip_verify", "insecure_skip_verify");
const tlsOf = (yaml: string, name: string) => {
  const entry = view(yaml).entries.find((each) => each.name === name);
  return [...(entry?.endpoints ?? []), entry?.server].map(
    (each) => each?.config.tls?.insecure_skip_verify ?? null,
  );
};

it.each<[string, string, string, (boolean | null)[]]>([
  [
    "by host and port as typed",
    `{mirrors: {x: {endpoint: [m]}}, configs: {m: {tls: ${skip}}}}`,
    "x",
    [true, null],
  ],
  [
    "not for another port",
    `{mirrors: {x: {endpoint: [m]}}, configs: {'m:443': {tls: ${skip}}}}`,
    "x",
    [null, null],
  ],
  [
    "not for another case",
    `{mirrors: {x: {endpoint: [M]}}, configs: {m: {tls: ${skip}}}}`,
    "x",
    [null, null],
  ],
  [
    "not by the wildcard",
    `{mirrors: {x: {endpoint: [m]}}, configs: {'*': {tls: ${skip}}}}`,
    "x",
    [null, null],
  ],
  [
    "for the hub by its real name",
    `{mirrors: {docker.io: {endpoint: [m]}}, configs: {registry-1.docker.io: {tls: ${skip}}}}`,
    "docker.io",
    [null, true],
  ],
  [
    "for the hub by its short name",
    `{mirrors: {x: {endpoint: [registry-1.docker.io]}}, configs: {docker.io: {tls: ${skip}}}}`,
    "x",
    [true, null],
  ],
  [
    "and lost with the wildcard's mirrors",
    `{mirrors: {'*': {endpoint: [m]}}, configs: {'*': {tls: ${skip}}}}`,
    "_default",
    [null, null],
  ],
])("finds TLS settings %s", (...[, yaml, name, expected]) => {
  expect(tlsOf(yaml, name)).toEqual(expected);
});

it("prefers the hub's real name to its short one", () => {
  const yaml = `{mirrors: {x: {endpoint: [docker.io]}}, configs: {docker.io: {tls: ${skip}}, registry-1.docker.io: {tls: }}}`;
  expect(tlsOf(yaml, "x")).toEqual([null, null]);
});

it("tells what K3s skips, by place and never by text", () => {
  const yaml =
    "{mirrors: {docker.io: {endpoint: ['https://u:secret@bad host', m, https://m/]}, 'a b': }, configs: {'c d': }}";
  expect(view(yaml).remarks).toEqual([
    { code: "key-skipped", params: { section: "configs", key: "c d" } },
    { code: "key-skipped", params: { section: "mirrors", key: "a b" } },
    { code: "endpoint-skipped", params: { key: "docker.io", position: 1 } },
    { code: "endpoint-duplicate", params: { key: "docker.io", position: 3 } },
  ]);
});

it("tells that chance decides between the wildcard and its folder's name", () => {
  const { remarks } = view("{mirrors: {'*': {endpoint: [a]}}, configs: {_default: }}");
  expect(remarks).toEqual([{ code: "file-twice", params: { file: "_default" } }]);
});

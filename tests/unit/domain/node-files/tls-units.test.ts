import { expect, it } from "vitest";
import { canBeAsked, canBeRead } from "@/lib/domain/node-files/ask";
import { mayReadNodeFiles, nodeFileRights } from "@/lib/domain/node-files/rights";
import { namedPaths, tlsUnits, withCertificates } from "@/lib/domain/node-files/tls-units";
import { roles } from "@/lib/domain/people/roles";
import { definitionOf } from "@/tests/support/definitions";

const definition = definitionOf(`configs:
  a: {tls: {ca_file: /ca, cert_file: /crt, key_file: /key}}
  b: {tls: {ca_file: /ca}}
  c: {tls: {cert_file: /crt}}
  d: {tls: {ca_file: "", insecure_skip_verify: true}}
  e: {auth: {username: u}}
`);

it("takes equal sets of files for one, and a certificate without a key for another", () => {
  expect(tlsUnits(definition).map(({ kind, files, hosts }) => [kind, files.length, hosts])).toEqual([
    ["ca", 1, ["a", "b"]],
    ["client", 2, ["a"]],
    ["client", 1, ["c"]],
  ]);
  expect(namedPaths(definition)).toEqual(["/ca", "/crt", "/key"]);
});

it("puts stored certificates in the place of a unit at each of its hosts, and nowhere else", () => {
  const [ca, pair] = tlsUnits(definition);
  const slugs = new Map([
    [ca?.id ?? "", "root"],
    [pair?.id ?? "", "pair"],
  ]);
  const tls = withCertificates(definition, slugs).registryHosts?.map((host) => host.tls);
  const stored = (slug: string) => ({ kind: "certificate", slug });
  expect(tls?.[0]).toMatchObject({
    ca_file: stored("root"),
    cert_file: stored("pair"),
    key_file: stored("pair"),
  });
  expect(tls?.[1]).toMatchObject({ ca_file: stored("root"), cert_file: null });
  expect(tls?.[2]).toMatchObject({ cert_file: { kind: "path", path: "/crt" } });
  expect(withCertificates(definition, new Map())).toEqual(definition);
});

it.each([
  ["/etc/ca.pem", true],
  ["ca.pem", false],
  ["/etc/ca.pem ", false],
  ["/etc/a\nb", false],
])("asks a node for %j: %s", (path, expected) => {
  expect([canBeAsked(path), canBeRead(path)]).toEqual([expected, expected]);
});

it("reads no path so long that 64 of them could not be asked for", () => {
  expect(canBeRead(`/${"x".repeat(2_000)}`)).toBe(false);
});

it("is for who may reach nodes and write definitions with their secrets", () => {
  expect(nodeFileRights).toHaveLength(3);
  expect(roles.filter(mayReadNodeFiles)).toEqual(["admin"]);
});

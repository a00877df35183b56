import { describe, expect, it } from "vitest";
import { renderPlain } from "@/components/configurations/editor/document/render-masked";
import { fieldOfPath, readPlace } from "@/components/configurations/editor/findings/field-of-path";
import {
  gravest,
  nextFinding,
  placeFindings,
} from "@/components/configurations/editor/findings/place-findings";
import { pages } from "@/lib/domain/paths";
import { fromForm, toForm } from "@/lib/domain/registries/form";
import { lint } from "@/lib/domain/registries/lint/lint";
import { renderLines } from "@/lib/domain/registries/render";
import { definitionOf } from "@/tests/support/definitions";

const text = `mirrors:
  "docker.io":
    endpoint:
      - "https://a.corp"
      - "b.corp"
    rewrite:
      "(?=x)": "y"
      "^z(.*)": "/$1"
    endpoints: ["x"]
configs:
  "a/b.corp":
    auth:
      username: "u"
      password: "p"
      token: "t"
    tls:
      cert_file: "relative.crt"
      insecure_skip_verify: true
auths:
  old.corp: {username: "u"}
other: 1
`;
const form = toForm(definitionOf(text));
const mirror = "definition.mirrors.0";
const host = "definition.registryHosts.0";

it.each([
  [["mirrors", "docker.io"], `${mirror}.name`, "mirrors/0"],
  [["mirrors", "docker.io", "endpoint", 1], `${mirror}.endpoints.1.url`, "mirrors/0/endpoints/1"],
  [["mirrors", "docker.io", "endpoint"], `${mirror}.endpoints.0.url`, "mirrors/0/endpoints"],
  [["mirrors", "docker.io", "rewrite", "^z(.*)"], `${mirror}.rewrites.1.replacement`, "mirrors/0/rewrites/1"],
  [["mirrors", "docker.io", "endpoints"], `${mirror}.extras.0`, "mirrors/0/extras/0"],
  [["configs", "a/b.corp"], `${host}.host`, "registryHosts/0"],
  [["configs", "a/b.corp", "auth"], `${host}.auth.credential`, "registryHosts/0/auth"],
  [
    ["configs", "a/b.corp", "auth", "password"],
    `${host}.auth.values.password.text`,
    "registryHosts/0/auth/password",
  ],
  [["configs", "a/b.corp", "auth", "token"], `${host}.auth.extras.0`, "registryHosts/0/auth/extras/0"],
  [
    ["configs", "a/b.corp", "tls", "cert_file"],
    `${host}.tls.cert_file.path`,
    "registryHosts/0/tls/cert_file",
  ],
  [["configs", "a/b.corp", "tls", "key_file"], `${host}.tls.key_file.source`, "registryHosts/0/tls/key_file"],
  [
    ["configs", "a/b.corp", "tls", "insecure_skip_verify"],
    `${host}.tls.insecure_skip_verify`,
    "registryHosts/0/tls/insecure_skip_verify",
  ],
  [["auths", "old.corp"], "definition.auths.0", "auths/0"],
  [["other"], "definition.extras.0", "extras/0"],
])("finds the field of %j", (path, field, part) => {
  expect(fieldOfPath(form, path)).toEqual({ field, part });
});

it.each([[[]], [["mirrors", "quay.io"]], [["nothing"]]])("knows no field of %j", (path) => {
  expect(fieldOfPath(form, path)).toBeNull();
});

describe("an address of a place", () => {
  it.each([
    [["mirrors", "docker.io", "endpoint", 1]],
    [["configs", "a/b.corp", "auth", "password"]],
    [["mirrors", "50%.corp", "rewrite", "^a/(.*)$"]],
    [["mirrors", "5000"]],
  ])("is read back: %j", (at) => {
    const url = new URL(pages.configuration("id", { at }), "http://localhost");
    expect(readPlace(url.searchParams.get("at") ?? "")).toEqual(at);
  });

  it("may be broken", () => expect(readPlace("mirrors/%E0%A4%A")).toEqual([]));
});

describe("placed findings", () => {
  const { lines } = renderLines(fromForm(form));
  const placed = placeFindings(lint(renderPlain(fromForm(form), [])), form, lines);

  it("stand at the field they speak about", () => {
    const at = (field: string) => placed.byField.get(field)?.map(({ finding }) => finding.message.key) ?? [];
    expect(at(`${mirror}.rewrites.0.pattern`)).toContain("rewrite-lookaround");
    expect(at(`${mirror}.rewrites.1.replacement`)).toContain("rewrite-leading-slash");
    expect(at(`${mirror}.endpoints.1.url`)).toContain("no-scheme");
    expect(at(`${host}.auth.extras.0`)).toContain("auth-token");
    expect(at(`${mirror}.extras.0`)).toContain("unknown-key");
    expect(at(`${host}.tls.key_file.source`)).toContain("tls-pair");
  });

  it("leave out what saving settles, and are counted by how bad they are", () => {
    expect(placed.all.some(({ finding }) => finding.code === "plaintext-secret")).toBe(false);
    const { error, warning, info } = placed.counts;
    expect(error + warning + info).toBe(placed.all.length);
    expect(gravest(placed.all)?.finding.severity).toBe("error");
  });

  it("tell entries of one name apart by their lines", () => {
    const mirrors = [0, 1].map(() => ({ ...form.mirrors[0], name: "x y" }));
    const twice = { ...form, mirrors: mirrors as typeof form.mirrors };
    const rendered = renderLines(fromForm(twice));
    const places = placeFindings(lint(rendered.text), twice, rendered.lines).all.map(
      ({ place }) => place?.part,
    );
    expect(places).toContain("mirrors/1");
  });

  it("are gone through from either end and around", () => {
    const [first] = placed.all;
    const last = placed.all.at(-1);
    expect(nextFinding(placed.all, null, 1)).toBe(first);
    expect(nextFinding(placed.all, null, -1)).toBe(last);
    expect(nextFinding(placed.all, last?.id ?? "", 1)).toBe(first);
    expect(nextFinding([], null, 1)).toBeUndefined();
  });
});

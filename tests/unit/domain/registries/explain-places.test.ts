import { describe, expect, it } from "vitest";
import { explain } from "@/lib/domain/registries/explain/explain";
import { attemptPlaces, entryPlace, type Place } from "@/lib/domain/registries/explain/places";
import { readSimulatedFile } from "@/lib/domain/registries/explain/simulated-file";
import { type TargetInput, toTarget } from "@/lib/domain/registries/target";

const yaml = `# Managed by infra
mirrors:
  docker.io:
    endpoint:
      - "https://harbor.corp:8443"   # primary
      - http://plain.corp:5000
      - https://registry-1.docker.io
    rewrite:
      "^library/(.*)": "dockerhub/library/$1"
  "*": {endpoint: [https://all.corp], rewrite: {"^x/": "y/"}}
configs:
  "harbor.corp:8443":
    auth:
      username: "{{secret:harbor-robot.username}}"
      password: "{{secret:harbor-robot.password}}"
    tls:
      ca_file: /etc/ssl/corp.pem

  "plain.corp:5000":
    tls: {insecure_skip_verify: true}
  docker.io:
    tls:
      ca_file: /etc/ssl/hub.pem
      cert_file: /c.crt
      key_file: /c.key
  "*":
    auth: {username: anybody, password: x}
`;

type Question = { image?: string; text?: string; target?: TargetInput };

function ask({ image = "nginx", text = yaml, target }: Question = {}) {
  const file = readSimulatedFile(text);
  if (!file.ok) throw new Error(file.error);
  const explanation = explain({ decoded: file.decoded, image, target: toTarget(target), assume: {} });
  const places = explanation.attempts.map((attempt) => attemptPlaces(attempt, explanation, file.view));
  return { entry: entryPlace(explanation, file.view), places };
}

const lines = (place: Place | null | undefined) => place && [place.line, place.last];
const table = (question?: Question) =>
  ask(question).places.map(({ endpoint, rewrite, tls, credential }) =>
    [endpoint, rewrite, tls, credential].map(lines),
  );

describe("the lines that decide", () => {
  it("are found for each attempt: endpoint, rewrite, TLS, login", () => {
    expect(table()).toEqual([
      [
        [5, 5],
        [9, 9],
        [16, 17],
        [13, 15],
      ],
      [[6, 6], [9, 9], [20, 20], null],
      [[6, 6], [9, 9], null, null],
      [null, null, [22, 25], null],
    ]);
  });

  it("begin with the entry", () => {
    expect(ask().entry).toEqual({ path: ["mirrors", "docker.io"], line: 3, last: 3 });
    expect(ask({ image: "quay.io/a/b" }).entry).toMatchObject({ path: ["mirrors", "*"], line: 10 });
    expect(ask({ image: "plain.corp:5000/a" }).entry).toMatchObject({ path: ["configs", "plain.corp:5000"] });
    expect(ask({ text: "mirrors: {quay.io: {}}" }).entry).toBeNull();
  });

  it("have the path the editor opens", () => {
    const [first] = ask().places;
    expect(
      [first?.endpoint, first?.rewrite, first?.tls, first?.credential].map((place) => place?.path),
    ).toEqual([
      ["mirrors", "docker.io", "endpoint", 0],
      ["mirrors", "docker.io", "rewrite", "^library/(.*)"],
      ["configs", "harbor.corp:8443", "tls"],
      ["configs", "harbor.corp:8443", "auth"],
    ]);
  });

  it("name the stored credential, or the user where one is written", () => {
    expect(ask().places[0]?.credential).toMatchObject({ slugs: ["harbor-robot"], username: null });
    const text = "configs: {r.corp: {auth: {username: bob, password: pw}}}";
    expect(ask({ text, image: "r.corp/a" }).places[0]?.credential).toMatchObject({
      slugs: [],
      username: "bob",
    });
  });

  it("are none where the file does not decide", () => {
    expect(table({ text: "", image: "quay.io/a" })).toEqual([[null, null, null, null]]);
    expect(table({ image: "localhost:5000/a", text: "" })[0]).toEqual([null, null, null, null]);
    const embedded = table({ target: { embeddedRegistry: true } });
    expect(embedded[0]).toEqual([null, null, null, null]);
    expect(embedded[1]?.[0]).toEqual([5, 5]);
  });

  it("follow aliases to where the text stands", () => {
    const text = "mirrors:\n  quay.io: &m\n    endpoint:\n      - https://a\n  ghcr.io: *m\n";
    expect(table({ text, image: "ghcr.io/a/b" })[0]?.[0]).toEqual([4, 4]);
  });

  it("are those of the wildcard for RKE2's own puller", () => {
    const target = { distribution: "rke2", puller: "rke2-runtime" } as const;
    expect(table({ image: "quay.io/x/b", target })).toEqual([
      [[10, 10], [10, 10], null, [27, 27]],
      [null, null, null, [27, 27]],
    ]);
    expect(table({ target })[0]).toEqual([
      [5, 5],
      [9, 9],
      [16, 17],
      [13, 15],
    ]);
  });

  it("count doubled keys by the one that holds", () => {
    const text =
      "mirrors:\n  docker.io:\n    endpoint: [https://a]\n  docker.io:\n    endpoint: [https://b]\n";
    expect(table({ text })[0]?.[0]).toEqual([5, 5]);
  });
});

describe("a login that is not shown", () => {
  const kinds = (auth: string) => {
    const file = readSimulatedFile(`configs: {r.corp: {auth: {auth: ${auth}}}}`);
    if (!file.ok) throw new Error(file.error);
    const asked = explain({ decoded: file.decoded, image: "r.corp/a", target: toTarget(), assume: {} });
    const credential = asked.attempts[0]?.credential;
    return credential?.source === "file" ? credential.kind : null;
  };

  it.each([
    ['"{{secret:hub.auth}}"', "auth"],
    ['"••••••"', "auth"],
    ['"{{secret:hub.password}}"', "invalid"],
    ['"not base64"', "invalid"],
    ['""', null],
  ])("is taken for a good one: %s", (auth, kind) => expect(kinds(auth)).toBe(kind));

  it("does not hide that a file cannot be read", () => {
    expect(readSimulatedFile("mirrors: [")).toMatchObject({ ok: false, line: 1 });
  });
});

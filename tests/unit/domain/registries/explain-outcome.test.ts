import { describe, expect, test } from "vitest";
import type { Assumption } from "@/lib/domain/registries/explain/explanation";
import { ask, hub, hubMirror, mirror } from "./explain-question";

const three = hubMirror("https://a", "https://b");
const old = "v1.30.4+k3s1";
const numbered = (answers: readonly Assumption[]) =>
  Object.fromEntries(answers.map((answer, index) => [String(index + 1), answer]));
const result = (answers: readonly Assumption[], version = "v1.33.0+k3s1", yaml = three) =>
  ask(yaml, { assume: numbered(answers), target: { version } }).result;

describe("how a pull ends", () => {
  test("is with the first attempt that works; one that nothing is assumed of works", () => {
    expect(result([])).toEqual({
      outcome: "pulled",
      family: "I",
      attempt: 1,
      storedAs: "docker.io/library/alpine:latest",
      error: null,
      notes: [],
    });
    expect(result(["404"])).toMatchObject({ outcome: "pulled", attempt: 2 });
    expect(result(["timeout", "5xx", "ok"])).toMatchObject({ outcome: "pulled", attempt: 3 });
  });

  test.each<[Assumption[], number, string, number, string]>([
    [["404", "404", "404"], 1, "not-found", 1, "not-found"],
    [["404", "404", "tls"], 3, "tls", 1, "not-found"],
    [["refused", "404", "404"], 1, "refused", 2, "not-found"],
    [["timeout", "tls", "refused"], 1, "timeout", 1, "timeout"],
    [["401", "404", "403"], 1, "authorization", 3, "status"],
    [["404", "5xx", "403"], 2, "status", 2, "status"],
    [["404", "401", "404"], 2, "authorization", 1, "not-found"],
    [["401", "tls", "401"], 1, "authorization", 1, "authorization"],
  ])(
    "%j: before 2.0 attempt %i (%s), since then attempt %i (%s)",
    (answers, ...[before, first, since, second]) => {
      expect(result(answers, old)).toMatchObject({
        outcome: "failed",
        attempt: before,
        error: { code: first },
      });
      expect(result(answers)).toMatchObject({ outcome: "failed", attempt: since, error: { code: second } });
    },
  );

  test("names image, status and URL of the failure", () => {
    expect(result(["404", "404", "5xx"])).toMatchObject({
      storedAs: null,
      error: {
        code: "status",
        params: { image: "docker.io/library/alpine:latest", status: "5xx", url: hub },
      },
    });
  });

  test("is with the refusal of a name that is none", () => {
    expect(ask(three, { image: "Alpine" })).toMatchObject({
      reference: { error: "invalid reference format: repository name (library/Alpine) must be lowercase" },
      entry: null,
      attempts: [],
      alternatives: [],
      result: { outcome: "failed", attempt: null, error: { code: "invalid-reference" } },
    });
  });

  test("passes over an endpoint that cannot be asked, whatever is assumed of it", () => {
    expect(result(["ok"], undefined, hubMirror("", "https://b"))).toMatchObject({ attempt: 2 });
    expect(result(["ok", "404", "404"], old, hubMirror("", "https://b"))).toMatchObject({
      attempt: 1,
      error: { code: "unusable" },
    });
  });
});

describe("an http host with TLS settings", () => {
  const yaml = (host: string) =>
    `${hubMirror(`http://${host}`)}configs: {"${host}": {tls: {insecure_skip_verify: true}}}`;
  const at = (answers: Assumption[], host = "m:5000", version?: string) =>
    result(answers, version, yaml(host));

  test("is asked in plain http when it does not speak TLS", () => {
    expect(at(["tls"])).toMatchObject({ outcome: "pulled", attempt: 2 });
    expect(at(["timeout"])).toMatchObject({ outcome: "pulled", attempt: 2 });
    expect(at(["tls", "404", "404"])).toMatchObject({ outcome: "failed", attempt: 2 });
  });

  test("is not asked again when it answered", () => {
    expect(at(["404"])).toMatchObject({ outcome: "pulled", attempt: 3 });
    expect(at(["403", "ok", "404"])).toMatchObject({ outcome: "failed", attempt: 1 });
  });

  test("that refuses is asked again only without a port", () => {
    expect(at(["refused"])).toMatchObject({ attempt: 3 });
    expect(at(["refused"], "m")).toMatchObject({ attempt: 2 });
  });

  test("is asked in https first without a port too, since 2.0", () => {
    const first = (version: string) => ask(yaml("m"), { target: { version } }).attempts[0]?.url;
    expect(first("v1.31.6+k3s1")).toBe(mirror("https://m"));
    expect(first("v1.31.5+k3s1")).toBe(mirror("http://m"));
  });
});

import { expect, it } from "vitest";
import { offersFor } from "@/lib/domain/public-mirrors/offers";
import { probeOf } from "@/lib/domain/public-mirrors/probe";
import { publicMirrorSchema } from "@/lib/domain/public-mirrors/schema";
import {
  fault,
  note,
  type RegistryTestResult,
  type StepOutcome,
  type StepResult,
  type TestNote,
  testSteps,
} from "@/lib/domain/registry-test/result";

type Ends = [outcome: StepOutcome, note?: TestNote];

/** A result whose steps ended so, in their order; what is left out was not reached. */
function result(...ends: Ends[]): RegistryTestResult {
  const steps = testSteps.map((step, index): StepResult => {
    const [outcome, told = null] = ends[index] ?? ["not-reached"];
    return { step, outcome, ms: 3, note: told, fault: outcome === "failed" ? fault("refused") : null };
  });
  const ok = !ends.some(([outcome]) => outcome === "failed");
  return {
    url: "https://m",
    node: null,
    measuredAt: "2026-11-28T12:00:00Z",
    ok,
    ms: 42,
    steps,
    certificates: [],
    remarks: [],
  };
}

const up: Ends[] = [["ok"], ["ok"], ["ok", note("verified")]];
const asks: Ends = ["ok", note("asks-login")];

it.each<[string, Ends[], object]>([
  ["open", [...up, ["ok", note("open")], ["not-needed"]], { anonymous: "open", ms: 42, tls: "verified" }],
  ["token", [...up, asks, ["ok", note("anonymous")]], { anonymous: "token", ms: 42 }],
  ["closed", [...up, asks, ["warning"]], { anonymous: "login", ms: 42 }],
  ["closed to all", [...up, asks, ["failed"]], { anonymous: "login", ms: 42 }],
  ["no registry", [...up, ["failed"]], { anonymous: "none", ms: null, reachable: true }],
  ["a bad certificate", [["ok"], ["ok"], ["failed"]], { tls: "refused", anonymous: "none", reachable: true }],
  ["away", [["ok"], ["failed"]], { tls: "none", anonymous: "none", ms: null, reachable: false }],
  [
    "plain",
    [["ok"], ["ok"], ["not-needed", note("plain")], ["ok"], ["not-needed"]],
    { tls: "plain", anonymous: "open" },
  ],
])("a mirror that is %s", (_, ends, expected) => {
  const probe = probeOf(result(...ends));
  expect(probe).toMatchObject({ measuredAt: "2026-11-28T12:00:00Z", ...expected });
  expect(probe.fault?.step ?? null).toBe(
    testSteps[ends.findIndex(([outcome]) => outcome === "failed")] ?? null,
  );
});

it("is offered for its own registry alone", () => {
  const offer = (registry: string) => ({ id: registry, name: "m", registry, address: "https://m" });
  const offers = [offer("docker.io"), offer("quay.io"), offer("*")];
  expect(offersFor(offers, " docker.io ")).toEqual([offers[0]]);
  expect(offersFor(offers, "*")).toEqual([offers[2]]);
  expect(offersFor(offers, "ghcr.io")).toEqual([]);
});

it("is kept in the form that a file has", () => {
  const kept = publicMirrorSchema.parse({
    name: " M ",
    registry: "https://quay.io/",
    address: " m.example:5000/ ",
  });
  expect(kept).toEqual({ name: "M", registry: "quay.io", address: "https://m.example:5000", note: "" });
  expect(publicMirrorSchema.safeParse({ ...kept, id: "x" }).success).toBe(false);
});

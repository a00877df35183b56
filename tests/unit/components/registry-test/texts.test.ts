import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { askerOf, failedStep, paramsOf, statusOf, verdictOf } from "@/components/registry-test/verdict";
import { statusLooks } from "@/components/ui/status";
import {
  type RegistryTestResult,
  type StepOutcome,
  type StepResult,
  testFaults,
  testNotes,
  testRemarks,
  testSteps,
} from "@/lib/domain/registry-test/result";
import english from "@/lib/i18n/en/registrytest.json";
import chinese from "@/lib/i18n/zh-CN/registrytest.json";

const step = (outcome: StepOutcome, more: Partial<StepResult> = {}): StepResult => ({
  step: "tls",
  outcome,
  ms: 3,
  fault: null,
  note: null,
  ...more,
});
const result = (more: Partial<RegistryTestResult> = {}): RegistryTestResult => ({
  node: null,
  url: "https://harbor.local/v2/",
  measuredAt: "2030-01-02T03:04:05.000Z",
  ok: true,
  ms: 9,
  steps: [step("ok")],
  certificates: [],
  remarks: [],
  ...more,
});

describe.each([
  ["en", english],
  ["zh-CN", chinese],
] as const)("the texts of a test in %s", (locale, texts) => {
  const translate = createTranslator({
    locale,
    messages: texts,
    onError: (error) => {
      throw error;
    },
  });

  it("name each step, end, fault, note and remark, and nothing else", () => {
    expect(Object.keys(texts.steps)).toEqual([...testSteps]);
    expect(Object.keys(texts.states).toSorted()).toEqual(Object.keys(statusOf).toSorted());
    expect(Object.keys(texts.faults).toSorted()).toEqual([...testFaults].toSorted());
    expect(Object.keys(texts.notes).toSorted()).toEqual([...testNotes].toSorted());
    expect(Object.keys(texts.remarks).toSorted()).toEqual([...testRemarks].toSorted());
  });

  it("are not made from less than they ask for", () => {
    expect(() => translate("faults.refused", { port: 443 })).toThrow();
  });

  it("show an address that is refused, whatever the reason", () => {
    for (const [why, node] of [
      ["loopback", null],
      ["loopback", { name: "edge-1" }],
      ["reserved", null],
    ] as const) {
      const params = { host: "harbor.local", address: "127.0.0.1", why, ...askerOf({ node }) };
      expect(translate("faults.blocked-address", params)).toContain("127.0.0.1");
    }
  });
});

it("says what is wrong with a certificate in words", () => {
  const translate = createTranslator({ locale: "en", messages: english });
  const fault = {
    code: "name-mismatch",
    params: { names: "harbor.local", more: 0, asked: "10.0.0.5" },
  } as const;
  const words = (at: Partial<StepResult>) =>
    translate("faults.name-mismatch", {
      ...fault.params,
      ...paramsOf(step("failed", { fault, ...at }), { node: null }),
    });
  expect(words({})).toBe("The certificate is for harbor.local, the endpoint says 10.0.0.5.");
  expect(words({ step: "login" })).toBe(
    "The certificate is for harbor.local, the registry sends logins to 10.0.0.5.",
  );
});

describe("a result", () => {
  it("has passed, with or without a warning, or has failed", () => {
    const remarks = [{ code: "ca-on-node", params: { path: "/ca.crt" } } as const];
    expect(verdictOf(result())).toBe("passed");
    expect(verdictOf(result({ remarks }))).toBe("passedWithWarnings");
    expect(verdictOf(result({ steps: [step("warning")] }))).toBe("passedWithWarnings");
    expect(verdictOf(result({ ok: false, steps: [step("failed")], remarks }))).toBe("failed");
  });

  it("tells the step that failed", () => {
    expect(failedStep(result())).toBeUndefined();
    const steps = [step("ok", { step: "dns" }), step("failed", { step: "connect" }), step("not-reached")];
    expect(failedStep(result({ steps }))?.step).toBe("connect");
  });

  it("shows each end with a sign of its own", () => {
    const shapes = Object.values(statusOf).map((status) => statusLooks[status].shape);
    expect(new Set(shapes).size).toBe(shapes.length);
  });
});

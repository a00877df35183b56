import { randomUUID } from "node:crypto";
import { createTranslator } from "use-intl/core";
import { paramsOf } from "@/components/registry-test/verdict";
import type { RegistryTestResult, TestStep } from "@/lib/domain/registry-test/result";
import type { TestTarget } from "@/lib/domain/registry-test/schema";
import english from "@/lib/i18n/en/registrytest.json";
import chinese from "@/lib/i18n/zh-CN/registrytest.json";
import { testRegistry } from "@/lib/server/registry-test/test-registry";
import type { World } from "@/lib/server/registry-test/world";
import { actorWith } from "@/tests/support/actors";

/** Stands in for the name service, at the far edge: every name leads to this machine. */
export const fakeLookup = async () => ["127.0.0.1"];

type Given = Omit<Partial<TestTarget>, "tls"> & { tls?: Partial<TestTarget["tls"]> };

export const draft = ({ url = "https://harbor.local", login = null, tls = {} }: Given) => ({
  kind: "draft" as const,
  target: { url, login, tls: { ca: null, client: null, skipVerify: false, ...tls } },
});

export const someone = () => actorWith("operator", { userId: randomUUID() });

const languages = [
  { locale: "en", messages: english },
  { locale: "zh-CN", messages: chinese },
];

/** Each end of a step has a sentence in both languages that finds all it asks for. */
export function sayAll(result: RegistryTestResult) {
  for (const language of languages) {
    const onError = (error: Error) => {
      throw error;
    };
    const translate = createTranslator({ ...language, onError });
    for (const step of result.steps) {
      if (step.fault) translate(`faults.${step.fault.code}`, paramsOf(step, result));
      if (step.note) translate(`notes.${step.note.code}`, paramsOf(step, result));
    }
    for (const { code, params } of result.remarks) translate(`remarks.${code}`, params);
  }
}

/** Tests an address on this machine as an operator who has not tested before. */
export async function ask(given: Given, world: Partial<World> = {}): Promise<RegistryTestResult> {
  const surroundings = { lookup: fakeLookup, allowLoopback: true, ...world };
  const result = await testRegistry(draft(given), someone(), surroundings);
  sayAll(result);
  return result;
}

/** Where a test ended and why, with what is said of it. */
export function endOf({ steps }: RegistryTestResult) {
  const end = steps.find(({ outcome }) => outcome === "failed");
  return end?.fault ? { step: end.step, ...end.fault } : null;
}

export const stepOf = ({ steps }: RegistryTestResult, name: TestStep) =>
  steps.find(({ step }) => step === name);

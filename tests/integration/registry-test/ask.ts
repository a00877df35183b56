import { randomUUID } from "node:crypto";
import type { RegistryTestResult, TestStep } from "@/lib/domain/registry-test/result";
import type { TestTarget } from "@/lib/domain/registry-test/schema";
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

export const someone = () => actorWith("editor", { userId: randomUUID() });

/** Tests an address on this machine as an editor who has not tested before. */
export const ask = (given: Given, world: Partial<World> = {}): Promise<RegistryTestResult> =>
  testRegistry(draft(given), someone(), { lookup: fakeLookup, allowLoopback: true, ...world });

/** Where a test ended and why, with what is said of it. */
export function endOf({ steps }: RegistryTestResult) {
  const end = steps.find(({ outcome }) => outcome === "failed");
  return end?.fault ? { step: end.step, ...end.fault } : null;
}

export const stepOf = ({ steps }: RegistryTestResult, name: TestStep) =>
  steps.find(({ step }) => step === name);

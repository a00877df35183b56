import { describe, expect, test } from "vitest";
import { makeAuthorities } from "@/tests/support/containerd/authorities";
import { makeInstallationFolder } from "@/tests/support/containerd/containerd";
import { failureOf, observePull } from "@/tests/support/containerd/observe-pull";
import { predict } from "@/tests/support/containerd/predict";
import type { PullCase } from "@/tests/support/containerd/pull-case";
import { findRelease, targetOf } from "@/tests/support/containerd/release";
import { loginCases } from "./login-cases";
import { orderCases } from "./order-cases";
import { tlsCases } from "./tls-cases";

const release = findRelease();
const authorities = makeAuthorities();

async function compare(given: PullCase): Promise<void> {
  const folder = await makeInstallationFolder();
  const target = targetOf(release, `${folder}/data`, given.target);
  const predicted = predict(given, { target, release, authorities });
  const { result, ...requests } = predicted;
  const pull = observePull({ given, release, target, folder, authorities });
  if (result.error?.code === "containerd-config") {
    await expect(pull).rejects.toThrow("containerd did not start");
    return;
  }
  const { message, ...seen } = await pull;
  const silent = { asked: [], served: [], logins: [] };
  expect({ ...seen, message }).toMatchObject(given.fails?.silent ? silent : requests);
  if (given.fails) expect(message).toMatch(given.fails.words);
  else if (result.outcome === "pulled") expect(message).toBe("");
  else expect([failureOf(message), message]).toEqual([result.error.code, message]);
}

describe("containerd pulls as predicted", () => {
  describe("from whom", () => {
    test.each(orderCases)("$name", compare);
  });
  describe("over which connection", () => {
    test.each(tlsCases)("$name", compare);
  });
  describe("with which login", () => {
    test.each(loginCases)("$name", compare);
  });
});

"use client";

import { RegistryTest } from "@/components/registry-test/registry-test";
import type { Question } from "@/components/registry-test/run";
import { registryHostOf } from "@/lib/domain/registries/checks/endpoint-url";
import { fromRegistryHostForm } from "@/lib/domain/registries/form-host";
import { targetOf, urlOfHost } from "@/lib/domain/registry-test/target";
import { usePart } from "./document/use-part";
import { type HostPath, useEditorForm } from "./editor-form";

/** What an address is tested with: the registry hosts as they stand on the page at that moment. */
export function useQuestion() {
  const { getValues } = useEditorForm();
  return (url: string): Question => {
    const hosts = getValues("definition.registryHosts").map(fromRegistryHostForm);
    const { target, remarks } = targetOf(url, hosts);
    return { input: { kind: "draft", target }, remarks };
  };
}

/** The test of one endpoint of a mirror. */
export function EndpointTest({ url }: { url: string }) {
  const questionOf = useQuestion();
  return <RegistryTest name={url} question={() => questionOf(url)} />;
}

/** Whether a registry host stands for one that can be asked. */
export const isAskable = (host: string) => host !== "" && host !== "*" && registryHostOf(host) !== "";

/** The test of a registry host, at the address its mirrors ask it. */
export function HostTest({ path }: { path: HostPath }) {
  const { getValues } = useEditorForm();
  const questionOf = useQuestion();
  const host = usePart(`${path}.host`);
  if (!isAskable(host)) return null;
  return (
    <RegistryTest name={host} question={() => questionOf(urlOfHost(host, getValues("definition.mirrors")))} />
  );
}

"use client";

import { useWatch } from "react-hook-form";
import { RegistryTest } from "@/components/registry-test/registry-test";
import { registryHostOf } from "@/lib/domain/registries/checks/endpoint-url";
import { fromRegistryHostForm } from "@/lib/domain/registries/form-host";
import { targetOf, urlOfHost } from "@/lib/domain/registry-test/target";
import { type HostPath, useEditorForm } from "./editor-form";

/** What an address is tested with: the registry hosts as they stand on the page at that moment. */
function useTarget() {
  const { getValues } = useEditorForm();
  return (url: string) => targetOf(url, getValues("definition.registryHosts").map(fromRegistryHostForm));
}

/** The test of one endpoint of a mirror. */
export function EndpointTest({ url }: { url: string }) {
  const targetFor = useTarget();
  return <RegistryTest name={url} target={() => targetFor(url)} />;
}

/** The test of a registry host, at the address its mirrors ask it. */
export function HostTest({ path }: { path: HostPath }) {
  const { control, getValues } = useEditorForm();
  const targetFor = useTarget();
  const host = useWatch({ control, name: `${path}.host` });
  if (host === "" || host === "*" || registryHostOf(host) === "") return null;
  return (
    <RegistryTest name={host} target={() => targetFor(urlOfHost(host, getValues("definition.mirrors")))} />
  );
}

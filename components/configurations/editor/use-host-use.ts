"use client";

import { useWatch } from "react-hook-form";
import { type HostUse, type MirrorUrls, usesOfHost } from "@/lib/domain/registries/checks/endpoint-facts";
import { useEditorForm } from "./editor-form";

export function useMirrorUrls(): MirrorUrls[] {
  const { control } = useEditorForm();
  return useWatch({ control, name: "definition.mirrors" }).map(({ name, endpoints }) => ({
    name,
    urls: endpoints.map((endpoint) => endpoint.url),
  }));
}

/** Which endpoints use the entry of a host. */
export const useHostUse = (host: string): HostUse[] => usesOfHost(host, useMirrorUrls());

"use client";

import { useWatch } from "react-hook-form";
import { type HostUse, type MirrorUrls, usesOfHost } from "@/lib/domain/registries/checks/endpoint-facts";
import type { MirrorForm } from "@/lib/domain/registries/form";
import { type HostPath, useEditorForm } from "./editor-form";

const toUrls = ({ name, endpoints }: MirrorForm): MirrorUrls => ({
  name,
  urls: endpoints.map((endpoint) => endpoint.url),
});

/** Which endpoints use the entry at a path; draws anew only when the answer is another one. */
export function useHostUse(path: HostPath): HostUse[] {
  const { control } = useEditorForm();
  return useWatch({
    control,
    name: ["definition.mirrors", `${path}.host`],
    // A card that is going is asked once more when its place is already gone.
    compute: ([mirrors, host]) => usesOfHost(host ?? "", mirrors.map(toUrls)),
  });
}

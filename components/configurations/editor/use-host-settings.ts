"use client";

import { useWatch } from "react-hook-form";
import type { HostSettings } from "@/lib/domain/registries/checks/endpoint-facts";
import { fromRegistryHostForm, type RegistryHostForm } from "@/lib/domain/registries/form-host";
import { useEditorForm } from "./editor-form";

function toSettings(form: RegistryHostForm): HostSettings {
  const { host, auth, tls } = fromRegistryHostForm(form);
  const files = tls && (tls.ca_file ?? tls.cert_file ?? tls.key_file);
  return { host, auth: auth !== null, tls: Boolean(files) || tls?.insecure_skip_verify === true };
}

/** What each registry host brings, for the rows that say which of them an endpoint uses. */
export function useHostSettings(): HostSettings[] {
  const { control } = useEditorForm();
  return useWatch({ control, name: "definition.registryHosts", compute: (hosts) => hosts.map(toSettings) });
}

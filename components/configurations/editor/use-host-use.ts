"use client";

import { useWatch } from "react-hook-form";
import type { HostUse } from "@/lib/domain/registries/checks/endpoint-facts";
import { useDocumentPart } from "./document/definition-document";
import { usesIn } from "./document/host-index";
import { type HostPath, useEditorForm } from "./editor-form";

/** Which endpoints use the entry at a path; draws anew only when the answer is another one. */
export function useHostUse(path: HostPath): readonly HostUse[] {
  const { control } = useEditorForm();
  // A card that is going is asked once more when its place is already gone.
  const host = useWatch({ control, name: `${path}.host` }) ?? "";
  return useDocumentPart(({ uses }) => usesIn(uses, host));
}

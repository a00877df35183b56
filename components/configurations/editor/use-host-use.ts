"use client";

import type { HostUse } from "@/lib/domain/registries/checks/endpoint-facts";
import { useDocumentPart } from "./document/definition-document";
import { usesIn } from "./document/host-index";

/** Which endpoints use the entry of a host; draws anew only when the answer is another one. */
export const useHostUse = (host: string): readonly HostUse[] =>
  useDocumentPart(({ uses }) => usesIn(uses, host));

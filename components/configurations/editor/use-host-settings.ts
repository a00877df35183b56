"use client";

import type { HostSettings } from "@/lib/domain/registries/checks/endpoint-facts";
import { useDocumentPart } from "./document/definition-document";

/** What each registry host brings, for the rows that say which of them an endpoint uses. */
export const useHostSettings = (): readonly HostSettings[] => useDocumentPart(({ settings }) => settings);

"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useRef } from "react";
import { useDocument } from "./document/definition-document";
import { fieldOfPath, readPlace } from "./findings/field-of-path";
import { useGoTo } from "./findings/use-go-to";

/** Opens the place the address names, once. */
export function useOpenedPlace() {
  const at = useSearchParams().get("at");
  const { form } = useDocument();
  const goTo = useGoTo();
  const opened = useRef<string | null>(null);
  useEffect(() => {
    if (at === null || opened.current === at) return;
    const place = fieldOfPath(form, readPlace(at), { isKey: true });
    if (!place) return;
    const frame = requestAnimationFrame(() => {
      opened.current = at;
      goTo(place);
    });
    return () => cancelAnimationFrame(frame);
  }, [at, form, goTo]);
}

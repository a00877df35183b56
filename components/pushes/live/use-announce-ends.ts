"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFaultWords } from "@/components/nodes/use-fault-words";
import { useAnnounce } from "@/components/ui/announcer";
import type { PushHeader, PushNodeView } from "@/lib/domain/pushes/views";

/** Tells assistive technology of failures at once and of the end; phases stay silent. */
export function useAnnounceEnds(nodes: PushNodeView[], push: PushHeader): void {
  const t = useTranslations("pushes.live");
  const words = useFaultWords();
  const announce = useAnnounce();
  const known = useRef(new Set(nodes.filter(({ outcome }) => outcome).map(({ id }) => id)));
  const ended = useRef(push.finishedAt !== null);
  useEffect(() => {
    for (const node of nodes) {
      if (!node.outcome || known.current.has(node.id)) continue;
      known.current.add(node.id);
      if (node.fault) announce(words(node.fault, node.name).headline, "assertive");
    }
    if (!push.finishedAt || ended.current) return;
    ended.current = true;
    announce(t("ended", { number: push.number, done: push.total - push.counts.open, total: push.total }));
  }, [nodes, push, announce, words, t]);
}

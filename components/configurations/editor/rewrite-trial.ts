"use client";

import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { RuleTrial } from "@/lib/domain/registries/rewrite/try-rules";
import { usePart } from "./document/use-part";
import type { MirrorPath } from "./editor-form";
import { useFindings } from "./findings/findings-provider";
import { type Overlap, readOverlaps } from "./rewrite-overlaps";

type Engine = typeof import("@/lib/domain/registries/rewrite/try-rules");

/** What the rules make of the tried name. */
export type RewriteTrial = { repository: string; results: readonly RuleTrial[]; names: readonly string[] };

/** The expressions of Go are a large piece of code, so it is fetched when the first name is tried. */
function useEngine(wanted: boolean): { engine: Engine | null; failed: boolean } {
  const [loaded, setLoaded] = useState<{ engine: Engine | null; failed: boolean }>({
    engine: null,
    failed: false,
  });
  const isMissing = wanted && loaded.engine === null;
  useEffect(() => {
    if (!isMissing) return;
    const stop = new AbortController();
    import("@/lib/domain/registries/rewrite/try-rules").then(
      (engine) => stop.signal.aborted || setLoaded({ engine, failed: false }),
      () => stop.signal.aborted || setLoaded({ engine: null, failed: true }),
    );
    return () => stop.abort();
  }, [isMissing]);
  return loaded;
}

/** Tries a name on the rules as they are typed. */
export function useRewriteTrial(path: MirrorPath, text: string) {
  const mirrorName = usePart(`${path}.name`);
  const watched = usePart(`${path}.rewrites`);
  const name = useDeferredValue(text);
  const rules = useDeferredValue(watched);
  const { engine, failed } = useEngine(name.trim() !== "");
  const trial = useMemo((): RewriteTrial | null => {
    if (!engine || name.trim() === "") return null;
    const repository = engine.triedRepository(name, mirrorName);
    const results = engine.tryRules(rules, repository);
    return { repository, results, names: engine.namesAfter(results) };
  }, [engine, name, rules, mirrorName]);
  return { trial, failed, overlaps: useOverlaps(path, watched) };
}

/** Which of the rules match the same name. Draws anew only when that has changed. */
function useOverlaps(path: MirrorPath, rules: readonly { pattern: string }[]): readonly Overlap[] {
  const { store } = useFindings();
  const read = () =>
    JSON.stringify(
      readOverlaps(
        rules.flatMap((_rule, at) => store.at(`${path}.rewrites.${at}.pattern`)),
        rules,
      ),
    );
  const known = useSyncExternalStore(store.subscribe, read, read);
  return useMemo((): Overlap[] => JSON.parse(known), [known]);
}

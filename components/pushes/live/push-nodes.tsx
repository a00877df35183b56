"use client";
import { useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { pages } from "@/lib/domain/paths";
import { filterNodes, type NodeShow, nodeShows, readShow } from "@/lib/domain/pushes/node-filter";
import type { PushNodeView } from "@/lib/domain/pushes/views";
import { NodeRow } from "./node-row";

/** A list that is seen as a whole needs no filter. */
const fewNodes = 8;

type PushNodesProps = {
  pushId: string;
  nodes: PushNodeView[];
  /** Until when nodes wait to be confirmed, by their id. */
  waits: ReadonlyMap<string, string>;
  chosen: string | undefined;
  still: boolean;
  onChoose: (id: string) => void;
};

/** The nodes in their fixed order, narrowed by what the address asks for. */
export function PushNodes({ pushId, nodes, waits, chosen, still, onChoose }: PushNodesProps) {
  const t = useTranslations("pushes");
  const own = useTranslations("pushcards.show");
  const address = useSearchParams();
  const [show, setShow] = useState(() => readShow(address.get("show")));
  const listed = filterNodes(nodes, show);
  function change(next: NodeShow) {
    setShow(next);
    window.history.replaceState(null, "", pages.push(pushId, next === "all" ? {} : { show: next }));
  }
  return (
    <div className="space-y-3">
      {nodes.length > fewNodes || show !== "all" ? (
        <Filter nodes={nodes} show={show} onChange={change} />
      ) : null}
      {listed.length === 0 ? (
        <p className="text-muted text-prose">{own("none")}</p>
      ) : (
        <ol className="divide-y divide-line rounded-lg border border-line" aria-label={t("nodes")}>
          {listed.map((node) => (
            <NodeRow
              key={node.id}
              node={node}
              waits={waits.get(node.id)}
              chosen={node.id === chosen}
              still={still}
              onChoose={() => onChoose(node.id)}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

type FilterProps = { nodes: PushNodeView[]; show: NodeShow; onChange: (show: NodeShow) => void };

function Filter({ nodes, show, onChange }: FilterProps) {
  const t = useTranslations("pushcards.show");
  return (
    <fieldset aria-label={t("label")} className="flex flex-wrap gap-1" data-no-print="">
      {nodeShows.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={show === name}
          onClick={() => onChange(name)}
          className="min-h-7 rounded-md px-2.5 text-muted text-sm tabular-nums hover:bg-inset aria-pressed:bg-inset aria-pressed:font-semibold aria-pressed:text-fg pointer-coarse:min-h-11"
        >
          {t(name, { count: filterNodes(nodes, name).length })}
        </button>
      ))}
    </fieldset>
  );
}

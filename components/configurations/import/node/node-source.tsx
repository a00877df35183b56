"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Select } from "@/components/ui/select";
import { Spinner } from "@/components/ui/spinner";
import { Time } from "@/components/ui/time";
import { apiRequest } from "@/lib/client/api";
import type { NodeChoice, NodeFile } from "@/lib/domain/node-files/views";
import { apis } from "@/lib/domain/paths";
import type { KnownConfiguration } from "../destination";
import { NodeAnswer } from "./node-answer";

type NodeSourceProps = {
  nodes: readonly [NodeChoice, ...NodeChoice[]];
  /** The node a link led here for. */
  chosen: string;
  /** The configuration it is meant for. */
  into: string | undefined;
  refusal: string | undefined;
  configurations: readonly KnownConfiguration[];
};

/** Chooses a node and reads its file, which takes a connection and is written into the audit log: so it waits for the button. */
export function NodeSource({ nodes, chosen, into, refusal, configurations }: NodeSourceProps) {
  const t = useTranslations("nodefile");
  const id = useId();
  const [nodeId, setNodeId] = useState(chosen);
  const [answer, setAnswer] = useState<NodeFile | null>(null);
  const { pending, error, run, clearError } = useApiAction();
  const node = nodes.find((each) => each.id === nodeId) ?? nodes[0];
  const read = () => {
    setAnswer(null);
    return run(() => apiRequest<NodeFile>("POST", apis.nodeRegistriesFile(node.id)), setAnswer);
  };
  return (
    <>
      <div className="max-w-160 space-y-1.5">
        <label htmlFor={id} className="block font-medium">
          {t("node")}
        </label>
        <div className="flex flex-wrap gap-2">
          <Select
            id={id}
            className="min-w-0 flex-1 basis-60"
            value={node.id}
            disabled={pending}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => {
              setNodeId(target.value);
              setAnswer(null);
              clearError();
            }}
            options={nodes.map((each) => ({ value: each.id, label: labelOf(each) }))}
          />
          <AllowedButton variant="primary" pending={pending} refusal={refusal} onClick={() => void read()}>
            {t("read")}
          </AllowedButton>
        </div>
        <p id={`${id}-hint`} className="text-muted text-sm">
          {refusal ?? <LastSeen node={node} />}
        </p>
      </div>
      {pending ? (
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner />
          {t("reading", { address: node.address })}
        </p>
      ) : null}
      <FormError error={error} />
      {answer ? (
        <NodeAnswer
          answer={answer}
          node={node}
          configurations={configurations}
          into={node.id === chosen ? into : undefined}
        />
      ) : null}
    </>
  );
}

const labelOf = ({ name, address, group }: NodeChoice) =>
  [name, address, group].filter((part) => part !== null && part !== "").join(" · ");

function LastSeen({ node: { seenAt } }: { node: NodeChoice }) {
  const t = useTranslations("nodefile");
  if (seenAt === null) return t("neverSeen");
  return t.rich("lastSeen", { time: () => <Time value={seenAt} style="relative" /> });
}

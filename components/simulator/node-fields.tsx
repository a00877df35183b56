"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclosure } from "@/components/ui/disclosure";
import type { Target, TargetInput } from "@/lib/domain/registries/target";
import type { SimulatorData, SimulatorNode } from "@/lib/domain/simulator/views";
import { baseTarget, withOption } from "./choice";
import { ChoiceField } from "./field";
import type { SimulatorQuery } from "./query";
import { rich } from "./rich";
import { VersionField } from "./version-field";

type NodeChoiceProps = {
  data: SimulatorData;
  node: SimulatorNode | null;
  onChange: (change: Partial<SimulatorQuery>) => void;
};

/** A node of the fleet, or one of no name. What was set for another node does not stay. */
export function NodeChoice({ data, node, onChange }: NodeChoiceProps) {
  const t = useTranslations("simulator.node");
  const options = data.nodes.map(({ id, name, facts }) => ({
    value: id,
    label: facts ? name : t("unseen", { name }),
  }));
  return (
    <ChoiceField
      label={t("label")}
      value={node?.id ?? ""}
      options={[{ value: "", label: t("generic") }, ...options]}
      onChange={(value) => onChange({ node: value === "" ? null : value, target: {} })}
    />
  );
}

type NodeOptionsProps = {
  node: SimulatorNode | null;
  query: SimulatorQuery;
  target: Target;
  onChange: (change: Partial<SimulatorQuery>) => void;
};

const checks = [
  ["disableDefaultRegistryEndpoint", "noDefault"],
  ["embeddedRegistry", "embedded"],
  ["podCredentials", "pod"],
  ["userTemplate", "template"],
] as const;

type Setter = <Key extends keyof TargetInput>(key: Key, value: TargetInput[Key]) => void;

/** The options of the node that change a pull. */
export function NodeOptions({ node, query, target, onChange }: NodeOptionsProps) {
  const t = useTranslations("simulator.node");
  const base = baseTarget(node);
  const set: Setter = (key, value) => onChange({ target: withOption(query.target, base, [key, value]) });
  const isChanged = Object.keys(query.target).length > 0;
  // Only at first: it must not close under the hand that takes a change back.
  const [open] = useState(isChanged);
  return (
    <Disclosure open={open} summary={<Summary target={target} />}>
      <div className="space-y-4 pb-1">
        {node ? (
          <p className="text-muted text-sm">{t(node.facts ? "fromFacts" : "noFacts", { node: node.name })}</p>
        ) : null}
        <ReleaseFields node={node} query={query} target={target} set={set} />
        <OptionChecks target={target} set={set} />
        {node && isChanged ? (
          <Button size="sm" onClick={() => onChange({ target: {} })}>
            {t("reset", { node: node.name })}
          </Button>
        ) : null}
      </div>
    </Disclosure>
  );
}

type FieldsProps = Pick<NodeOptionsProps, "node" | "query" | "target"> & { set: Setter };

/** What runs on the node, and what pulls there. */
function ReleaseFields({ node, query, target, set }: FieldsProps) {
  const t = useTranslations("simulator.node");
  const base = baseTarget(node);
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <ChoiceField
        label={t("distribution")}
        value={target.distribution}
        options={[
          { value: "k3s", label: "K3s" },
          { value: "rke2", label: "RKE2" },
        ]}
        onChange={(value) => set("distribution", value === "rke2" ? "rke2" : "k3s")}
      />
      <VersionField
        key={node?.id ?? ""}
        value={query.target.version ?? base.version ?? ""}
        distribution={target.distribution}
        ofNode={base.version !== undefined}
        onChange={(version) => set("version", version)}
      />
      {target.distribution === "rke2" ? (
        <ChoiceField
          label={t("puller")}
          value={target.puller}
          options={[
            { value: "containerd", label: t("containerd") },
            { value: "rke2-runtime", label: t("runtime") },
          ]}
          onChange={(value) => set("puller", value === "containerd" ? value : "rke2-runtime")}
        />
      ) : null}
    </div>
  );
}

function OptionChecks({ target, set }: Pick<FieldsProps, "target" | "set">) {
  const t = useTranslations("simulator.node");
  return (
    <div className="grid gap-x-6 gap-y-3 sm:grid-cols-2">
      {checks.map(([key, text]) => (
        <Checkbox
          key={key}
          label={t(text)}
          hint={t.rich(`${text}Hint`, rich)}
          checked={target[key] !== false}
          onChange={(event) => set(key, event.target.checked)}
        />
      ))}
    </div>
  );
}

/** What is set, to be read while the options are closed. */
function Summary({ target }: { target: Target }) {
  const t = useTranslations("simulator.node");
  const set = checks.flatMap(([key, text]) => (target[key] === false ? [] : [t(text)]));
  const runtime = target.puller === "rke2-runtime" ? [t("runtime")] : [];
  return (
    <span className="min-w-0">
      <span className="me-2 font-medium text-fg">{t("options")}</span>
      {[target.version.text, ...runtime, ...set].map((text) => (
        <span key={text} className="me-2 inline-block text-sm [overflow-wrap:anywhere]">
          {text}
        </span>
      ))}
    </span>
  );
}

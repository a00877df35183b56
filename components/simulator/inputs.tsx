"use client";

import { Card } from "@/components/ui/card";
import { findReferenceFault } from "@/lib/domain/registries/reference-fault";
import type { Target } from "@/lib/domain/registries/target";
import { ImageField } from "./image-field";
import { NodeChoice, NodeOptions } from "./node-fields";
import { PasteField } from "./paste-field";
import { SourceFields, SourceNotices, type SourceProps } from "./source-fields";

type InputsProps = {
  fields: SourceProps;
  /** The name that was judged, a moment behind the typing. */
  judged: string;
  pasted: string;
  isTooLarge: boolean;
  target: Target;
  onPaste: (text: string) => void;
  onSubmit: () => void;
};

/** Everything a pull depends on: the image, the file and the node. */
export function Inputs({ fields, judged, pasted, isTooLarge, target, onPaste, onSubmit }: InputsProps) {
  const { query, data, choice, onChange } = fields;
  return (
    <Card>
      <div className="space-y-5">
        <ImageField
          value={query.image}
          judged={judged}
          fault={judged === "" ? null : findReferenceFault(judged)}
          onChange={(image) => onChange({ image })}
          onSubmit={onSubmit}
        />
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <SourceFields {...fields} />
          <NodeChoice data={data} node={choice.node} onChange={onChange} />
        </div>
        {query.source === "paste" ? (
          <PasteField text={pasted} isTooLarge={isTooLarge} onChange={onPaste} />
        ) : null}
        <NodeOptions key={query.node} node={choice.node} query={query} target={target} onChange={onChange} />
        <SourceNotices {...fields} />
      </div>
    </Card>
  );
}

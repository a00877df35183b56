"use client";

import { clsx } from "clsx";
import { ArrowDown, ArrowUp, GripVertical, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useDeferredValue } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { isComposing } from "@/components/ui/keys";
import type { PublicMirrorOffer } from "@/lib/domain/public-mirrors/schema";
import { endpointFacts, type HostSettings } from "@/lib/domain/registries/checks/endpoint-facts";
import { CheckedField } from "./checked-field";
import { usePart } from "./document/use-part";
import type { Edge } from "./drop-position";
import type { MirrorPath } from "./editor-form";
import { EndpointFactsLine } from "./endpoint-facts-line";
import { EndpointTest } from "./endpoint-test";
import { OfferMenu } from "./offer-menu";
import { SplitOffer, useSplitOffer } from "./split-offer";
import type { EntryActions } from "./use-entries";

export type EndpointActions = EntryActions & {
  addAfter: (index: number) => void;
  removeEmpty: (index: number) => void;
  split: (index: number, parts: string[]) => void;
  fill: (index: number, url: string) => void;
};

type EndpointRowProps = {
  name: `${MirrorPath}.endpoints.${number}.url`;
  linePath: string;
  index: number;
  /** How many endpoints there are. */
  count: number;
  hosts: readonly HostSettings[];
  /** Listed public mirrors of the registry. */
  offers: readonly PublicMirrorOffer[];
  actions: EndpointActions;
  dragged: boolean;
  drop: Edge | null;
};

const dropLine: Record<Edge, string> = {
  top: "before:absolute before:inset-x-0 before:-top-1.5 before:h-0.5 before:bg-focus",
  bottom: "after:absolute after:inset-x-0 after:-bottom-1.5 after:h-0.5 after:bg-focus",
};

export function EndpointRow(props: EndpointRowProps) {
  const { name, linePath, index, count, hosts, offers, actions, dragged, drop } = props;
  const t = useTranslations("editor");
  const offer = useSplitOffer();
  // What stands around the field may follow a moment later.
  const url = useDeferredValue(usePart(name, (now) => now ?? ""));
  const facts = endpointFacts(url, hosts);

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (isComposing(event)) return;
    actions.moveByKey(event, index);
    if (event.key === "Enter") {
      event.preventDefault();
      actions.addAfter(index);
    }
    if (event.key === "Backspace" && event.currentTarget.value === "") {
      event.preventDefault();
      actions.removeEmpty(index);
    }
  }

  return (
    <li
      data-row={index}
      data-path={linePath}
      className={clsx("relative", dragged && "opacity-50", drop && dropLine[drop])}
    >
      <div className="flex flex-wrap items-start gap-1 sm:flex-nowrap">
        <span
          data-drag-handle=""
          aria-hidden="true"
          className="grid h-9 w-5 shrink-0 cursor-grab select-none place-items-center text-faint [-webkit-touch-callout:none] active:cursor-grabbing pointer-coarse:-ms-3 pointer-coarse:h-11 pointer-coarse:w-8"
        >
          <GripVertical size={14} />
        </span>
        <span aria-hidden="true" className="w-5 shrink-0 pt-2 text-center text-muted tabular-nums">
          {index + 1}
        </span>
        <span className="flex min-w-0 flex-1 basis-3/4 sm:basis-0">
          <CheckedField
            name={name}
            label={t("endpointLabel", { position: index + 1 })}
            labelHidden
            quiet={offer.parts.length > 1}
            input={{
              placeholder: "https://harbor.example.com",
              inputMode: "url",
              "data-control": "url",
              "aria-keyshortcuts": "Alt+ArrowUp Alt+ArrowDown",
              onKeyDown,
              onPaste: offer.onPaste,
            }}
          />
        </span>
        <OfferMenu offers={offers} position={index + 1} onPick={(address) => actions.fill(index, address)} />
        <RowButtons
          name={url || t("emptyEndpoint", { position: index + 1 })}
          {...{ index, count, actions }}
        />
      </div>
      <SplitOffer
        parts={offer.parts}
        onSplit={(parts) => actions.split(index, parts)}
        onClose={offer.close}
      />
      {url.trim() === "" || offer.parts.length > 1 ? null : (
        <>
          <EndpointFactsLine facts={facts} />
          <div className="ps-12 pt-1.5">
            <EndpointTest url={url} />
          </div>
        </>
      )}
    </li>
  );
}

type RowButtonsProps = { name: string; index: number; count: number; actions: EntryActions };

function RowButtons({ name, index, count, actions }: RowButtonsProps) {
  const t = useTranslations("editor");
  const first = index === 0;
  const last = index === count - 1;
  return (
    <span className="ms-auto flex shrink-0 items-center sm:pt-1">
      <IconButton
        label={first ? t("alreadyFirst", { name }) : t("moveUp", { name })}
        icon={<ArrowUp size={14} aria-hidden />}
        data-control="up"
        aria-disabled={first}
        aria-keyshortcuts="Alt+ArrowUp"
        onKeyDown={(event) => actions.moveByKey(event, index)}
        onClick={() => actions.move(index, index - 1)}
      />
      <IconButton
        label={last ? t("alreadyLast", { name }) : t("moveDown", { name })}
        icon={<ArrowDown size={14} aria-hidden />}
        data-control="down"
        aria-disabled={last}
        aria-keyshortcuts="Alt+ArrowDown"
        onKeyDown={(event) => actions.moveByKey(event, index)}
        onClick={() => actions.move(index, index + 1)}
      />
      <IconButton
        label={t("remove", { name })}
        icon={<Trash2 size={14} aria-hidden />}
        data-control="remove"
        onClick={() => actions.remove(index)}
      />
    </span>
  );
}

import type { ComponentType, RefObject } from "react";
import type { EntryActions } from "../use-entries";
import { Gap } from "./gap";
import type { useCardList } from "./use-card-list";

/** A card of a list, as the list draws it. */
export type CardProps = {
  index: number;
  count: number;
  open: boolean;
  onOpen: (index: number, open: boolean) => void;
  actions: EntryActions;
};

type CardListProps = {
  list: RefObject<HTMLOListElement | null>;
  cards: ReturnType<typeof useCardList>;
  keys: readonly string[];
  actions: EntryActions;
  Card: ComponentType<CardProps>;
};

/** The cards that are drawn, and gaps for the others. */
export function CardList({ list, cards, keys, actions, Card }: CardListProps) {
  return (
    <ol ref={list} className="space-y-2">
      {cards.segments.map((segment) =>
        segment.kind === "gap" ? (
          <Gap key={`gap ${segment.from}`} {...segment} height={cards.heightOf(segment)} />
        ) : (
          <Card
            key={keys[segment.index]}
            index={segment.index}
            count={keys.length}
            open={cards.isOpen(segment.index)}
            onOpen={cards.setOpen}
            actions={actions}
          />
        ),
      )}
    </ol>
  );
}

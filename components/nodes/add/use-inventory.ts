"use client";
import { useDeferredValue, useMemo, useState } from "react";
import type { HandedFile } from "@/components/configurations/handed-over";
import { suggestGroups } from "@/lib/domain/inventory/groups";
import type { InventoryKind, InventoryRow } from "@/lib/domain/inventory/inventory";
import { readInventory } from "@/lib/domain/inventory/read";
import { recognise } from "@/lib/domain/inventory/recognise";
import { type ReadFailure, readBytes } from "@/lib/domain/registries/read-bytes";

/** A text, what it was taken for, and the machines in it. Choices of groups and machines last as long as the text. */
export function useInventory() {
  const [source, setSource] = useState({ text: "", file: "" });
  const [failure, setFailure] = useState<ReadFailure>();
  const [chosenKind, setKind] = useState<InventoryKind>();
  const settled = useDeferredValue(source);
  const recognised = useMemo(() => recognise(settled.text, settled.file), [settled]);
  const kind = chosenKind ?? recognised;
  const inventory = useMemo(() => readInventory(settled.text, kind), [settled, kind]);
  const suggested = useMemo(() => suggestGroups(inventory.rows), [inventory]);
  const [groups, setGroups] = useState<{ of: unknown; chosen: ReadonlySet<string> }>();
  const [left, setLeft] = useState<{ of: unknown; rows: ReadonlySet<InventoryRow> }>();
  function take(file: HandedFile) {
    const read = readBytes(file.bytes);
    setFailure(read.ok ? undefined : read.error);
    setKind(undefined);
    if (read.ok) setSource({ text: read.value, file: file.name });
  }
  return {
    text: source.text,
    setText: (text: string) => {
      setFailure(undefined);
      setSource({ text, file: "" });
    },
    take,
    failure,
    recognised,
    chosenKind,
    kind,
    setKind,
    inventory,
    groups: groups?.of === inventory ? groups.chosen : suggested,
    setGroups: (chosen: ReadonlySet<string>) => setGroups({ of: inventory, chosen }),
    leftAside: left?.of === inventory ? left.rows : noRows,
    setLeftAside: (rows: ReadonlySet<InventoryRow>) => setLeft({ of: inventory, rows }),
  };
}

const noRows: ReadonlySet<InventoryRow> = new Set();

export type InventoryState = ReturnType<typeof useInventory>;

"use client";

import { useState } from "react";
import { useEditor } from "../editor-context";

type Row = { id: string };

/** Keys of the rows of a list that stay with their rows even when the whole list is set anew. */
export function useRowKeys(path: string, fields: readonly Row[]): readonly string[] {
  const { matches } = useEditor();
  const [shown, setShown] = useState(() => ({ fields, keys: fields.map(({ id }) => id) }));
  if (shown.fields === fields) return shown.keys;
  const known = new Map(shown.fields.map(({ id }, at) => [id, shown.keys[at]]));
  const from = fields.some(({ id }) => known.has(id)) ? undefined : matches.get(path);
  const keys = fields.map(({ id }, at) => known.get(id) ?? shown.keys[from?.[at] ?? -1] ?? id);
  setShown({ fields, keys });
  return keys;
}

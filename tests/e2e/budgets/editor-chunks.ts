import type { APIRequestContext } from "@playwright/test";
import { chosen, type Transfer, weigh } from "./transfers";

/** Words that only the library itself says. */
const marks = { editorChunk: "cm-content", re2Chunk: "missing argument to repetition operator" } as const;

export type Chunk = keyof typeof marks;

export type ChunkWeights = Record<Chunk, { first: number; later: number }>;

/** How much of the two large libraries a page fetched with itself, and how much once it stood. */
export async function chunkWeights(
  request: APIRequestContext,
  transfers: readonly Transfer[],
): Promise<ChunkWeights> {
  const holding: Record<Chunk, Transfer[]> = { editorChunk: [], re2Chunk: [] };
  for (const script of chosen(transfers, { kind: "Script" })) {
    const text = await (await request.get(script.url)).text();
    for (const chunk of ["editorChunk", "re2Chunk"] as const)
      if (text.includes(marks[chunk])) holding[chunk].push(script);
  }
  const weights = (chunk: Chunk) => ({
    first: weigh(holding[chunk], { first: true }),
    later: weigh(holding[chunk], { first: false }),
  });
  return { editorChunk: weights("editorChunk"), re2Chunk: weights("re2Chunk") };
}

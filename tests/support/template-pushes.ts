import { randomUUID } from "node:crypto";
import type { PushReview, ReviewedNode, StartPush } from "@/lib/domain/pushes/review";
import type { PushView } from "@/lib/domain/pushes/views";
import { startPush } from "@/lib/server/pushes/start-push";
import { admin, toStart, waitForPush } from "./pushes";

/** What a review says of one node. */
export function reviewedIn(review: PushReview, name: string): ReviewedNode {
  const node = review.nodes.find((each) => each.name === name);
  if (!node) throw new Error(name);
  return node;
}

export const template = (text: string) => [{ name: "config-v3.toml.tmpl", text } as const];

/** Starts what was reviewed and waits for the end. */
export const startReviewed = async (review: PushReview, change: Partial<StartPush> = {}): Promise<PushView> =>
  waitForPush((await startPush({ ...toStart(review), ...change }, randomUUID(), admin)).id);

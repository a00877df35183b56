"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { randomKey } from "@/lib/client/random-key";
import { apis, pages } from "@/lib/domain/paths";
import { withoutIdleWait } from "@/lib/domain/pushes/options";
import type { PushReview, StartPush } from "@/lib/domain/pushes/review";
import { isAllAtOnce } from "@/lib/domain/pushes/strategy";
import type { Plan } from "./use-plan";

/** Starts the reviewed push once, however often the button or the network repeats it, and goes to its live page. */
export function useStart(review: PushReview, plan: Plan) {
  const router = useRouter();
  const [key] = useState(randomKey);
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ApiError>();

  async function start(dryRun: boolean) {
    setPending(true);
    setError(undefined);
    const body: StartPush = {
      groupId: review.group.id,
      revisionId: review.revision.id,
      wantedDigest: review.wantedDigest,
      nodes: plan.chosen.flatMap(({ nodeId, reviewed, foreign }) =>
        reviewed === null ? [] : [{ nodeId, reviewed, ...(foreign && { overwrite: plan.overwriteAgreed }) }],
      ),
      options: withoutIdleWait({ ...plan.options, dryRun }),
      ...(plan.rollback && { rollbackOf: plan.rollback.push.id }),
      ...(plan.hold ? {} : { keepWanted: true }),
      ...(isAllAtOnce(plan.options) && { typedName: plan.typedName }),
    };
    const target = { path: apis.pushes(), headers: { "Idempotency-Key": dryRun ? `${key}-dry` : key } };
    const result = await apiRequest<{ id: string }>("POST", target, body);
    if (result.ok) return router.push(pages.push(result.value.id));
    setPending(false);
    setError(result.error);
  }
  return { start, pending, error };
}

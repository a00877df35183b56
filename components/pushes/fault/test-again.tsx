"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { useFaultWords } from "@/components/nodes/use-fault-words";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-style";
import { apiRequest } from "@/lib/client/api";
import type { NodeView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";
import type { FaultedNode } from "./use-card-words";

/** One look at the node, here and now: whether the cause is gone, or what it is now. Nothing is pushed. */
export function TestAgain({ node, variant }: { node: FaultedNode; variant: ButtonVariant }) {
  const t = useTranslations("pushcards.card");
  const words = useFaultWords();
  const { pending, error, run } = useApiAction();
  const [seen, setSeen] = useState<NodeView>();
  const fault = seen?.check?.fault;
  const test = () => run(() => apiRequest<NodeView>("POST", apis.testNode(node.nodeId ?? "")), setSeen);
  return (
    <>
      <Button size="sm" variant={variant} pending={pending} onClick={() => void test()}>
        {t("actions.test")}
      </Button>
      <FormError error={error} />
      {seen ? (
        <p role="status" className="basis-full text-sm">
          {fault ? words(fault, node.name).headline : t("answers", { name: node.name })}
        </p>
      ) : null}
    </>
  );
}

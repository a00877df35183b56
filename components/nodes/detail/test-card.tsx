"use client";
import { useTranslations } from "next-intl";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { AllowedButton } from "@/components/ui/allowed-button";
import { useAnnounce } from "@/components/ui/announcer";
import { Banner } from "@/components/ui/banner";
import { Card } from "@/components/ui/card";
import { Spinner } from "@/components/ui/spinner";
import { Time } from "@/components/ui/time";
import { apiRequest } from "@/lib/client/api";
import type { NodeView, SshCredentialView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";
import { addressOf, currentFault, isAboutTrust, stateOf, waitsForTest } from "../node-state";
import { FactsList } from "./facts-list";
import { FactsWarnings } from "./facts-warnings";
import { FaultCard } from "./fault-card";
import { NextRestart } from "./next-restart";

type Credential = Pick<SshCredentialView, "name" | "kind" | "publicKey">;

type TestCardProps = {
  node: NodeView;
  credential: Credential | undefined;
  refusal: string | undefined;
  /** Whether there are authorities that may vouch for its host key. */
  isVouchable: boolean;
};

/** The last look at the machine: what it told, or why it could not be looked at; and the button for the next look. */
export function TestCard({ node, credential, refusal, isVouchable }: TestCardProps) {
  const t = useTranslations("nodes.test");
  const announce = useAnnounce();
  const { pending, error, run } = useApiAction({ refresh: true });
  const untrusted = node.hostKey === null && !isVouchable ? t("trustFirst") : undefined;
  const test = () =>
    run(
      () => apiRequest<NodeView>("POST", apis.testNode(node.id)),
      (seen) => announce(t(stateOf(seen) === "reachable" ? "succeeded" : "failed", { name: node.name })),
    );
  const isNext = refusal === undefined && waitsForTest(node);
  return (
    <Card
      title={t("title")}
      description={node.check ? <CheckedAt check={node.check} /> : undefined}
      actions={
        <AllowedButton
          size="sm"
          variant={untrusted ? "secondary" : "primary"}
          pending={pending}
          refusal={refusal ?? untrusted}
          onClick={() => void test()}
        >
          {t("button")}
        </AllowedButton>
      }
    >
      <div className="space-y-5">
        {isNext ? (
          <Banner kind="ok" title={t("next")}>
            {t("nextText")}
          </Banner>
        ) : null}
        <FormError error={error} />
        {pending ? (
          <p role="status" className="flex items-center gap-2 text-muted">
            <Spinner />
            {t("running", { address: addressOf(node) })}
          </p>
        ) : null}
        {isNext ? null : <TestResult node={node} credential={credential} untrusted={untrusted} />}
      </div>
    </Card>
  );
}

function CheckedAt({ check }: { check: NonNullable<NodeView["check"]> }) {
  const t = useTranslations("nodes.test");
  return t.rich("checkedAt", { time: () => <Time value={check.checkedAt} style="relative" /> });
}

type ResultProps = Omit<TestCardProps, "refusal" | "isVouchable"> & { untrusted: string | undefined };

function TestResult({ node, credential, untrusted }: ResultProps) {
  const t = useTranslations("nodes.test");
  const fault = currentFault(node);
  const aboutTrust = isAboutTrust(fault);
  const told = node.check?.facts != null;
  const note = untrusted ?? (aboutTrust ? t("keyFirst") : told ? undefined : t("never"));
  return (
    <>
      {fault && !aboutTrust ? <FaultCard node={node} fault={fault} credential={credential} /> : null}
      {note && (aboutTrust || !fault) ? <p className="text-muted text-prose">{note}</p> : null}
      {told ? <Told node={node} /> : null}
    </>
  );
}

/** The facts of the last look that succeeded, with a word of caution when something happened since. */
function Told({ node }: { node: NodeView }) {
  const t = useTranslations("nodes.test");
  const { facts, seenAt, fault } = node.check ?? {};
  if (!facts || !seenAt) return null;
  const caution = currentFault(node) ? "older" : "beforeTrust";
  return (
    <>
      {fault ? (
        <p className="text-muted text-prose">
          {t.rich(caution, { time: () => <Time value={seenAt} style="relative" /> })}
        </p>
      ) : null}
      <FactsWarnings facts={facts} seenAt={seenAt} />
      <NextRestart facts={facts} />
      <FactsList facts={facts} seenAt={seenAt} />
    </>
  );
}

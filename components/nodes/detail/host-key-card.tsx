"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { useApiAction } from "@/components/fields/use-api-action";
import { AllowedButton } from "@/components/ui/allowed-button";
import { useAnnounce } from "@/components/ui/announcer";
import { Card } from "@/components/ui/card";
import { apiRequest } from "@/lib/client/api";
import type { Named } from "@/lib/domain/named";
import type { HostKeyOffer, NodeView } from "@/lib/domain/nodes/views";
import { apis } from "@/lib/domain/paths";
import { can, type Role } from "@/lib/domain/people/roles";
import { currentFault } from "../node-state";
import { RefusedCertificate } from "../trust/refused-certificate";
import { ChangedKey } from "./changed-key";
import { findChange, toldOffer } from "./key-change";
import { Offered } from "./offered-key";
import { SharedKey } from "./shared-key";
import { TrustedKey } from "./trusted-key";
import { refusalIn } from "./vouched-key";

type HostKeyCardProps = { node: NodeView; sameKey: Named[]; role: Role; refusal: string | undefined };

/** Fetching a node's key and trusting it. */
function useHostKey(node: NodeView) {
  const t = useTranslations("nodes.hostKey");
  const announce = useAnnounce();
  const [offer, setOffer] = useState<HostKeyOffer>();
  const fetching = useApiAction();
  const trusting = useApiAction({ refresh: true });
  const testing = useApiAction({ refresh: true });
  // A test meets the other key too and keeps that, so that the lists and the next visitor know of it; one that an
  // authority vouches for is taken over by it.
  const fetchKey = () =>
    fetching.run(
      () => apiRequest<HostKeyOffer>("GET", apis.nodeHostKey(node.id)),
      (shown) => {
        setOffer(shown);
        if (node.hostKey && node.hostKey.fingerprint !== shown.fingerprint)
          void testing.run(() => apiRequest("POST", apis.testNode(node.id)));
      },
    );
  const trust = (fingerprint: string, how: { replace?: boolean; by?: "authority" } = {}) =>
    trusting.run(
      () => apiRequest("POST", apis.nodeHostKey(node.id), { fingerprint, ...how }),
      () => {
        setOffer(undefined);
        announce(t("nowTrusted"));
      },
    );
  return { offer, fetching, trusting, fetchKey, trust };
}

/** Who this machine is: first contact, the trusted key, or the hard stop when another key shows up. */
export function HostKeyCard({ node, sameKey, role, refusal }: HostKeyCardProps) {
  const t = useTranslations("nodes.hostKey");
  const { offer, fetching, trusting, fetchKey, trust } = useHostKey(node);
  const told = toldOffer(node, offer);
  const change = findChange(node, told);
  const first = node.hostKey === null;
  const action = (
    <AllowedButton
      variant={first && !offer ? "primary" : "secondary"}
      size="sm"
      pending={fetching.pending}
      refusal={refusal}
      onClick={() => void fetchKey()}
    >
      {first ? t("fetch") : t("check")}
    </AllowedButton>
  );
  return (
    <Card title={t("title")} description={first && !change ? t("firstText") : undefined} actions={action}>
      <div className="space-y-4">
        <FormError error={fetching.error ?? (change ? undefined : trusting.error)} />
        {change ? (
          <ChangedKey
            name={node.name}
            change={change}
            mayReplace={can(role, "host-keys:replace")}
            error={trusting.error}
            onReplace={() => trust(change.fresh, { replace: true })}
          />
        ) : null}
        <RefusedCertificate refusal={refusalOf(node, told)} />
        {offer && !change ? (
          <Offered
            offer={offer}
            hostKey={node.hostKey}
            mayReplace={can(role, "host-keys:replace")}
            pending={trusting.pending}
            onTrust={(how) => void trust(offer.fingerprint, how)}
          />
        ) : null}
        <SharedKey nodes={sameKey} />
        {node.hostKey ? <TrustedKey hostKey={node.hostKey} /> : null}
        {offer ? null : <FirstHow first={first} />}
      </div>
    </Card>
  );
}

function FirstHow({ first }: { first: boolean }) {
  const t = useTranslations("nodes.hostKey");
  return first ? <p className="text-muted text-prose">{t("firstHow")}</p> : null;
}

/** Why no certificate counts, by what was fetched just now or else by the last look. */
function refusalOf(node: NodeView, offer: HostKeyOffer | undefined) {
  if (!offer) return refusalIn(currentFault(node));
  return offer.certificate && !offer.certificate.ok ? offer.certificate.error : null;
}

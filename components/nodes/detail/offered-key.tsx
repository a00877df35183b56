"use client";
import { useTranslations } from "next-intl";
import { AllowedButton } from "@/components/ui/allowed-button";
import { Banner } from "@/components/ui/banner";
import type { HostKeyOffer, NodeView } from "@/lib/domain/nodes/views";
import { KeyOffer } from "./key-offer";
import { VouchedKey } from "./vouched-key";

type OfferedProps = {
  offer: HostKeyOffer;
  hostKey: NodeView["hostKey"];
  mayReplace: boolean;
  pending: boolean;
  onTrust: (how?: { by: "authority" }) => void;
};

/** A node that was moved or added anew may show the key that is known at its address: it is still trusted by a person. */
export function Offered(props: OfferedProps) {
  const { offer, hostKey, pending, onTrust } = props;
  const first = hostKey === null;
  if (first && offer.certificate?.ok)
    return (
      <VouchedKey
        offer={offer}
        certificate={offer.certificate.value}
        pending={pending}
        onTrust={() => onTrust({ by: "authority" })}
      />
    );
  return (
    <>
      <Known {...props} />
      {first ? <KeyOffer offer={offer} pending={pending} onTrust={() => onTrust()} /> : null}
    </>
  );
}

/** How the key that was fetched just now stands to the one before. */
function Known(props: OfferedProps) {
  const { offer, hostKey } = props;
  const t = useTranslations("nodes.hostKey");
  const own = useTranslations("vouching");
  const { trusted, fingerprint, certificate } = offer;
  const authority = certificate?.ok ? certificate.value.authority.name : null;
  if (!trusted) return null;
  const isSame = trusted.fingerprint === fingerprint;
  const isOther = certificate?.ok && hostKey?.certificate?.authority.id !== certificate.value.authority.id;
  if (isSame && authority && hostKey && isOther) return <Leave {...props} authority={authority} />;
  const isTaken = authority !== null && hostKey?.fingerprint === fingerprint;
  if (!isSame && !isTaken) return null;
  const same = hostKey ? t("same") : t("known");
  return (
    <Banner kind="ok" role="status">
      {isSame || !authority ? same : own("replaced", { authority })}
    </Banner>
  );
}

/** A key for which a person or another authority stands may be left to the authority that vouches for it, too. */
function Leave({ authority, mayReplace, pending, onTrust }: OfferedProps & { authority: string }) {
  const t = useTranslations("vouching");
  const refusal = mayReplace ? undefined : t("leaveForbidden");
  return (
    <Banner
      kind="ok"
      role="status"
      action={
        <AllowedButton
          size="sm"
          pending={pending}
          refusal={refusal}
          onClick={() => onTrust({ by: "authority" })}
        >
          {t("leave", { authority })}
        </AllowedButton>
      }
    >
      {t("same", { authority })}
      {refusal ? <p>{refusal}</p> : null}
    </Banner>
  );
}

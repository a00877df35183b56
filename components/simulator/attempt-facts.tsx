"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Attempt } from "@/lib/domain/registries/explain/explanation";
import type { CredentialPlace } from "@/lib/domain/registries/explain/places";
import type { SimulatorData } from "@/lib/domain/simulator/views";
import { LineLink } from "./lines";
import { rich } from "./rich";
import type { SimulatedAttempt } from "./simulate";

export type Names = Pick<SimulatorData, "credentialNames" | "certificateNames" | "certificateSlugs">;

type AttemptFactsProps = { simulated: SimulatedAttempt; names: Names; isShared: boolean };

/** How the request is made: by which rule its path, with which trust, and as whom. */
export function AttemptFacts({ simulated: { attempt, places }, names, isShared }: AttemptFactsProps) {
  const t = useTranslations("simulator.attempts");
  return (
    <dl className="grid grid-cols-[minmax(4.5rem,max-content)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {attempt.rewrite ? (
        <Fact term={t("rewrite")}>
          <Rewrite rewrite={attempt.rewrite} /> <LineLink place={places.rewrite} what={t("rewrite")} />
          {isShared ? <span className="block text-warn">{t("rewriteShared")}</span> : null}
        </Fact>
      ) : null}
      <Fact term={t("tls")}>
        <Trust tls={attempt.tls} names={names} /> <LineLink place={places.tls} what={t("tls")} />
      </Fact>
      <Fact term={t("login")}>
        <Login attempt={attempt} place={places.credential} names={names} />{" "}
        <LineLink place={places.credential} what={t("login")} />
      </Fact>
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="contents">
      <dt className="text-muted">{term}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  );
}

function Rewrite({ rewrite }: { rewrite: NonNullable<Attempt["rewrite"]> }) {
  const t = useTranslations("simulator.attempts");
  const { pattern, before, after } = rewrite;
  return (
    <span>
      {before === after
        ? t.rich("rewriteSame", { pattern, before, ...rich })
        : t.rich("rewriteText", { pattern, before, after, ...rich })}
    </span>
  );
}

function Trust({ tls: { mode, ca, client }, names }: { tls: Attempt["tls"]; names: Names }) {
  const t = useTranslations("simulator.attempts");
  const nameOf = (path: string) => names.certificateNames[path] ?? path;
  return (
    <>
      {mode === "plain" ? <span>{t("tlsPlain")}</span> : null}
      {mode === "unverified" ? <span className="text-warn">{t("tlsUnverified")}</span> : null}
      {mode === "verify" && ca === null ? <span>{t("tlsSystem")}</span> : null}
      {mode === "verify" && ca !== null ? (
        <span>{t.rich("tlsCa", { name: nameOf(ca), ...rich })}</span>
      ) : null}
      {client ? (
        <span className="block">{t.rich("tlsClient", { name: nameOf(client.cert), ...rich })}</span>
      ) : null}
    </>
  );
}

type LoginProps = { attempt: Attempt; place: CredentialPlace | null; names: Names };

function Login({ attempt: { credential, url }, place, names }: LoginProps) {
  const t = useTranslations("simulator.attempts");
  if (credential === null)
    return <span>{t.rich("loginNone", { host: url.split("/", 3)[2] ?? "", ...rich })}</span>;
  if (credential.source === "pod") return <span>{t("loginPod")}</span>;
  const stored = (place?.slugs ?? []).map((slug) => names.credentialNames[slug] ?? slug).join(", ");
  const username = place?.username ?? null;
  return (
    <>
      <span>
        {stored === ""
          ? username === null
            ? t.rich("loginOther", { key: credential.key, ...rich })
            : t.rich("loginUser", { name: username, ...rich })
          : t("loginStored", { name: stored })}
      </span>
      <span className={credential.kind === "invalid" ? "block text-error" : "ms-2 text-muted"}>
        {t.rich(`loginKind.${credential.kind}`, rich)}
      </span>
    </>
  );
}

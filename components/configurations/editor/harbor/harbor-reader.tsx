"use client";

import { FolderSearch, Square } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { Spinner } from "@/components/ui/spinner";
import type { HarborAccess, ReadHarborInput } from "@/lib/domain/harbor/schema";
import { toEndpoint } from "@/lib/domain/registries/templates/schema";
import { type AccessChoice, AccessFields, type TypedFields } from "./access-fields";

type HarborReaderProps = {
  address: string;
  /** Whether the address can be asked; shows at its field why not. */
  checkAddress: () => Promise<boolean>;
  running: boolean;
  again: boolean;
  onRead: (input: ReadHarborInput) => Promise<void>;
  onStop: () => void;
};

/** The login that is chosen, or null where what is typed is not whole. */
function accessOf(login: string, { username, password }: TypedFields): HarborAccess | null {
  if (login === "none") return { kind: "none" };
  if (login !== "typed") return { kind: "stored", credential: login.slice("stored:".length) };
  const typed = { username: username.current?.value ?? "", password: password.current?.value ?? "" };
  return typed.username === "" || typed.password === "" ? null : { kind: "typed", ...typed };
}

/** Asks Harbor for its projects, with a login where one is given. */
export function HarborReader(props: HarborReaderProps) {
  const { address, checkAddress, running, again, onRead, onStop } = props;
  const t = useTranslations("harbor");
  const [choice, setChoice] = useState<AccessChoice>({ login: "none", ca: "" });
  const [missing, setMissing] = useState(false);
  const typed = {
    username: useRef<HTMLInputElement>(null),
    password: useRef<HTMLInputElement>(null),
  };
  async function read() {
    if (running || !(await checkAddress())) return;
    const access = accessOf(choice.login, typed);
    setMissing(access === null);
    if (access === null) return;
    const reading = onRead({ address, access, ca: choice.ca === "" ? null : choice.ca });
    if (typed.password.current) typed.password.current.value = "";
    await reading;
  }
  const isPlain = toEndpoint(address).toLowerCase().startsWith("http://");
  return (
    <div className="space-y-3">
      <Disclosure summary={t("access")}>
        <AccessFields choice={choice} onChange={setChoice} typed={typed} onEnter={() => void read()} />
      </Disclosure>
      {isPlain && choice.login !== "none" ? <Banner kind="warn">{t("plainHttp")}</Banner> : null}
      <div className="flex flex-wrap items-center gap-2">
        <Button
          icon={<FolderSearch size={14} aria-hidden />}
          aria-disabled={running}
          onClick={() => void read()}
        >
          {again ? t("readAgain") : t("read")}
        </Button>
        {running ? (
          <>
            <Button size="sm" variant="ghost" icon={<Square size={14} aria-hidden />} onClick={onStop}>
              {t("stop")}
            </Button>
            <span role="status" className="flex items-center gap-2 text-muted text-sm">
              <Spinner />
              {t("reading")}
            </span>
          </>
        ) : null}
      </div>
      {missing ? (
        <p role="alert" className="text-error text-sm">
          {t("missing")}
        </p>
      ) : null}
    </div>
  );
}

"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormError } from "@/components/fields/form-error";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import { type ApiError, apiRequest } from "@/lib/client/api";
import { useLeaveGuard } from "@/lib/client/leave-guard";
import type { ConfigurationView, SavedRevision } from "@/lib/domain/configurations/views";
import { apis, pages } from "@/lib/domain/paths";
import type { Definition } from "@/lib/domain/registries/schema";
import type { Place } from "./destination";
import type { Origin } from "./origin";

type SaveIntoProps = {
  present: ConfigurationView;
  definition: Definition;
  /** How many differences are not decided yet. */
  open: number;
  place: Place;
  fileName: string;
  origin: Origin | undefined;
  /** Fetches the configuration again, after somebody else saved it. */
  refresh: () => void;
};

/** Saves the result as the next revision, unless somebody saved one since it was fetched. */
export function SaveInto(props: SaveIntoProps) {
  const { present, definition, open, place, fileName, origin, refresh } = props;
  const t = useTranslations("import");
  const router = useRouter();
  const toast = useToast();
  const [state, setState] = useState<{ pending: boolean; done: boolean; error?: ApiError }>({
    pending: false,
    done: false,
  });
  const [message, setMessage] = useState(() =>
    origin
      ? t("nodeMessage", { name: origin.name })
      : t(place === "merge" ? "mergeMessage" : "replaceMessage", { file: fileName || t("pasted") }),
  );
  const id = useId();
  useLeaveGuard(!state.done);
  const { number } = present.revision;
  async function save() {
    if (open > 0 || state.pending) return;
    setState({ pending: true, done: false });
    const nodeFile = origin?.nodeFile;
    const body = { baseNumber: number, definition, message: message.slice(0, 500), nodeFile };
    const saved = await apiRequest<SavedRevision>("POST", apis.configurationRevisions(present.id), body);
    if (!saved.ok) return setState({ pending: false, done: false, error: saved.error });
    setState({ pending: false, done: true });
    toast(t(saved.value.changed ? "savedAs" : "unchanged", { number: saved.value.number }));
    router.push(pages.configuration(present.id));
  }
  const isOutdated = state.error?.reason === "revisionConflict";
  return (
    <div className="space-y-3">
      <FormError error={state.error} />
      {origin ? (
        <div className="max-w-160 space-y-1.5">
          <label htmlFor={id} className="block font-medium">
            {t("message")}
          </label>
          <TextInput
            id={id}
            value={message}
            maxLength={500}
            autoComplete="off"
            onChange={({ target }) => setMessage(target.value)}
          />
        </div>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        {isOutdated ? (
          <Button variant="primary" onClick={refresh}>
            {t("fetchAgain")}
          </Button>
        ) : (
          <Button
            variant="primary"
            pending={state.pending}
            aria-disabled={open > 0}
            onClick={() => void save()}
          >
            {t("saveAs", { name: present.name, number: number + 1 })}
          </Button>
        )}
        {open > 0 ? <p className="text-muted">{t("decideFirst", { count: open })}</p> : null}
      </div>
    </div>
  );
}

import type { Status } from "@/components/ui/status";
import type { SystemHealth } from "@/lib/client/read-health";

/** One line of the system check; `text` and `fix` are keys under `setup.checks`. */
export type CheckItem = {
  status: Extract<Status, "succeeded" | "warning" | "failed" | "notChecked">;
  text: string;
  fix?: string;
  params?: Record<string, number>;
};

/** More than this and certificates near their first or last day are judged wrongly. */
const tolerableSkew = 30;

const secretItems: Record<SystemHealth["secrets"], CheckItem> = {
  ready: { status: "succeeded", text: "keyReady" },
  "key-missing": { status: "failed", text: "keyMissing", fix: "keyMissingFix" },
  "key-wrong": { status: "failed", text: "keyWrong", fix: "keyWrongFix" },
};

const databaseItems: Record<SystemHealth["database"], CheckItem> = {
  ok: { status: "succeeded", text: "databaseOk" },
  failing: { status: "failed", text: "databaseFailing", fix: "databaseFix" },
};

function clockItem(skew: number | null): CheckItem {
  if (skew === null) return { status: "notChecked", text: "clockUnknown" };
  const seconds = Math.abs(skew);
  if (seconds <= tolerableSkew) return { status: "succeeded", text: "clockOk" };
  return { status: "warning", text: "clockOff", fix: "clockFix", params: { seconds } };
}

export const toCheckItems = (health: SystemHealth): CheckItem[] => [
  secretItems[health.secrets],
  databaseItems[health.database],
  clockItem(health.clockSkew),
];

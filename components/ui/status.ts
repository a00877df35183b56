import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleEqual,
  CircleMinus,
  Clock,
  type LucideIcon,
  OctagonAlert,
  OctagonX,
  PauseCircle,
  RotateCcw,
  RotateCwSquare,
  Split,
  Square,
  TriangleAlert,
  Unplug,
} from "lucide-react";
import type { Tone } from "./badge";

/** A state is always a shape, a word and a colour together; no two shapes share an outline. */
type StatusLook = { icon: LucideIcon | "ring"; tone: Tone };

export const statusLooks = {
  inSync: { icon: CircleCheck, tone: "ok" },
  succeeded: { icon: CircleCheck, tone: "ok" },
  noChange: { icon: CircleEqual, tone: "neutral" },
  running: { icon: "ring", tone: "info" },
  queued: { icon: Clock, tone: "neutral" },
  waiting: { icon: PauseCircle, tone: "warn" },
  pendingRestart: { icon: RotateCwSquare, tone: "warn" },
  drifted: { icon: Split, tone: "drift" },
  warning: { icon: TriangleAlert, tone: "warn" },
  failed: { icon: OctagonX, tone: "error" },
  rolledBack: { icon: RotateCcw, tone: "warn" },
  rollbackFailed: { icon: OctagonAlert, tone: "error" },
  unreachable: { icon: Unplug, tone: "neutral" },
  notChecked: { icon: CircleDashed, tone: "neutral" },
  stopped: { icon: Square, tone: "neutral" },
  skipped: { icon: CircleMinus, tone: "neutral" },
  cancelled: { icon: Ban, tone: "neutral" },
} as const satisfies Record<string, StatusLook>;

export type Status = keyof typeof statusLooks;

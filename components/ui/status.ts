import type { Tone } from "./badge";

/** A state is always a shape, a word and a colour together; no two shapes share an outline. */
export const statusLooks = {
  inSync: { shape: "circle-check", tone: "ok" },
  succeeded: { shape: "circle-check", tone: "ok" },
  noChange: { shape: "circle-equal", tone: "neutral" },
  running: { shape: "ring", tone: "info" },
  queued: { shape: "clock", tone: "neutral" },
  waiting: { shape: "circle-pause", tone: "warn" },
  pendingRestart: { shape: "turning-square", tone: "warn" },
  drifted: { shape: "split", tone: "drift" },
  warning: { shape: "triangle", tone: "warn" },
  failed: { shape: "octagon-cross", tone: "error" },
  rolledBack: { shape: "turning-back", tone: "warn" },
  rollbackFailed: { shape: "octagon-mark", tone: "error" },
  unreachable: { shape: "unplugged", tone: "neutral" },
  notChecked: { shape: "circle-dashed", tone: "neutral" },
  stopped: { shape: "square", tone: "neutral" },
  skipped: { shape: "circle-minus", tone: "neutral" },
  cancelled: { shape: "circle-slash", tone: "neutral" },
} as const satisfies Record<string, { shape: string; tone: Tone }>;

export type Status = keyof typeof statusLooks;
export type StatusShape = (typeof statusLooks)[Status]["shape"];

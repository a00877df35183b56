import {
  Ban,
  CircleCheck,
  CircleDashed,
  CircleEqual,
  CircleMinus,
  CirclePause,
  Clock,
  type LucideIcon,
  OctagonAlert,
  OctagonX,
  RotateCcw,
  RotateCwSquare,
  Split,
  Square,
  TriangleAlert,
  Unplug,
} from "lucide-react";
import { Spinner } from "./spinner";
import { type Status, type StatusShape, statusLooks } from "./status";

const icons: Record<Exclude<StatusShape, "ring">, LucideIcon> = {
  "circle-check": CircleCheck,
  "circle-equal": CircleEqual,
  clock: Clock,
  "circle-pause": CirclePause,
  "turning-square": RotateCwSquare,
  split: Split,
  triangle: TriangleAlert,
  "octagon-cross": OctagonX,
  "turning-back": RotateCcw,
  "octagon-mark": OctagonAlert,
  unplugged: Unplug,
  "circle-dashed": CircleDashed,
  square: Square,
  "circle-minus": CircleMinus,
  "circle-slash": Ban,
};

export function StatusIcon({ status, size = 14 }: { status: Status; size?: number }) {
  const { shape } = statusLooks[status];
  if (shape === "ring") return <Spinner size={size} />;
  const Icon = icons[shape];
  return <Icon size={size} aria-hidden className="shrink-0" />;
}

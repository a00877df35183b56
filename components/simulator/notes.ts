import { hostsWithAuth } from "@/lib/domain/registries/containerd/files";
import type { Decoded } from "@/lib/domain/registries/decode";
import type { Explanation } from "@/lib/domain/registries/explain/explanation";
import type { Target } from "@/lib/domain/registries/target";
import type { SimulatorNode } from "@/lib/domain/simulator/views";

const noteCodes = [
  "foreignRuntime",
  "old",
  "unproven",
  "runtime",
  "template",
  "noDefaultUseless",
  "embeddedUseless",
] as const;
export type NoteCode = (typeof noteCodes)[number];

type Question = { target: Target; decoded: Decoded; explanation: Explanation; node: SimulatorNode | null };

/** The flag needs an entry of the registry; without one the registry itself is asked as ever. */
const isUselessFlag = ({ target, explanation: { attempts } }: Question) =>
  target.disableDefaultRegistryEndpoint &&
  target.puller === "containerd" &&
  attempts.some(({ reason }) => reason.code === "built-in" || reason.code === "wildcard-settings");

/** What a reader must know of this target besides the attempts. */
export function noteCodesOf(question: Question): NoteCode[] {
  const { target, decoded, node } = question;
  const { version } = target;
  const holds: Record<NoteCode, boolean> = {
    foreignRuntime: node?.facts?.foreignRuntime === true,
    old: version.old,
    unproven: !version.old && !version.proven,
    runtime: target.puller === "rke2-runtime",
    template: target.userTemplate !== false && hostsWithAuth(decoded.configs).length > 0,
    noDefaultUseless: isUselessFlag(question),
    embeddedUseless: target.embeddedRegistry && version.family === "A",
  };
  return noteCodes.filter((code) => holds[code]);
}

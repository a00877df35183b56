import type { Explanation } from "@/lib/domain/registries/explain/explanation";
import type { Target } from "@/lib/domain/registries/target";
import type { SimulatorNode } from "@/lib/domain/simulator/views";

const noteCodes = [
  "foreignRuntime",
  "proxy",
  "unproven",
  "runtime",
  "noDefaultUseless",
  "embeddedUseless",
] as const;
export type NoteCode = (typeof noteCodes)[number];

type Question = { target: Target; explanation: Explanation; node: SimulatorNode | null };

/** The flag needs an entry of the registry; without one the registry itself is asked as ever. */
const isUselessFlag = ({ target, explanation: { attempts } }: Question) =>
  target.disableDefaultRegistryEndpoint &&
  target.puller === "containerd" &&
  attempts.some(({ reason }) => reason.code === "built-in" || reason.code === "wildcard-settings");

/** What a reader must know of the node besides what the explanation itself tells. */
export function noteCodesOf(question: Question): NoteCode[] {
  const { target, node } = question;
  const { version } = target;
  const holds: Record<NoteCode, boolean> = {
    foreignRuntime: node?.facts?.foreignRuntime === true,
    proxy: typeof node?.facts?.proxy === "string",
    unproven: !version.old && !version.proven,
    runtime: target.puller === "rke2-runtime",
    noDefaultUseless: isUselessFlag(question),
    embeddedUseless: target.embeddedRegistry && version.family === "A",
  };
  return noteCodes.filter((code) => holds[code]);
}

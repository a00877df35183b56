import { type CommandLine, readCommand } from "./command-line";
import type { NodeFacts, UnitFacts } from "./facts";
import type { Survey } from "./survey";
import { textOf } from "./told";

export type ServiceChoice = {
  units: UnitFacts[];
  unit: string | null;
  serviceFault: NodeFacts["serviceFault"];
  distribution: "k3s" | "rke2" | null;
  role: "server" | "agent" | null;
  binary: string | null;
  commandFlags: string[];
};

type Candidate = { facts: UnitFacts; command: CommandLine };

const isUp = ({ active }: UnitFacts) => active !== "inactive" && active !== "failed" && active !== "unknown";

/** Units that run or will run at the next start of the machine; when there are none, all that are installed. */
function relevant(candidates: Candidate[]): Candidate[] {
  const wanted = candidates.filter(({ facts }) => isUp(facts) || facts.enabled);
  return wanted.length > 0 ? wanted : candidates;
}

/**
 * Which service reads the file. RKE2 installs both units and K3s leaves old ones behind, so being there is not enough;
 * two that run or are enabled are for a person to sort out.
 */
export function chooseService(survey: Survey): ServiceChoice {
  const candidates: Candidate[] = [];
  const units = survey.units.map((unit): UnitFacts => {
    const command = readCommand(textOf(survey, `unit:${unit.name}`));
    const facts: UnitFacts = {
      name: unit.name,
      active: unit.active,
      enabled: unit.enabled,
      distribution: command?.distribution ?? null,
      role: command?.role ?? null,
    };
    if (command) candidates.push({ facts, command });
    return facts;
  });
  const [only, ...others] = relevant(candidates);
  const chosen = others.length === 0 ? only : undefined;
  return {
    units,
    unit: chosen?.facts.name ?? null,
    serviceFault: chosen ? null : only ? "service-ambiguous" : "service-not-found",
    distribution: chosen?.command.distribution ?? null,
    role: chosen?.command.role ?? null,
    binary: chosen?.command.binary ?? null,
    commandFlags: chosen?.command.flags ?? [],
  };
}

"use client";

import { useMemo } from "react";
import { readSimulatedFile, type SimulatedFile } from "@/lib/domain/registries/explain/simulated-file";
import type { Target } from "@/lib/domain/registries/target";
import type { SimulatorQuery } from "./query";
import { type Simulation, simulate } from "./simulate";

type Question = { text: string | null; image: string; target: Target; query: SimulatorQuery };
export type Simulated = { file: SimulatedFile | null; simulation: Simulation | null };

/** The file is read when it changes, and the pull worked out when anything does. */
export function useSimulation({ text, image, target, query: { assume } }: Question): Simulated {
  const file = useMemo(() => (text === null ? null : readSimulatedFile(text)), [text]);
  const simulation = useMemo(
    () => (file?.ok && image !== "" ? simulate({ file, image, target, assume }) : null),
    [file, image, target, assume],
  );
  return { file, simulation };
}

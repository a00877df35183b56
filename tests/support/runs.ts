const times = Number(process.env["FUZZ_TIMES"] ?? 1);
const seed = Number(process.env["FUZZ_SEED"] ?? 20_240_401);

/** The same inputs each time, so that a failure is the fault of a change. FUZZ_TIMES asks for more, FUZZ_SEED for others. */
export const runs = (usual: number) => ({ numRuns: usual * times, seed });

/** A busy machine may take its time, a long hunt takes it anyway. */
export const patience = { timeout: 60_000 * times };

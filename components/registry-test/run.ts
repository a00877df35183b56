import { type ApiError, apiRequest } from "@/lib/client/api";
import { pause } from "@/lib/client/pause";
import { inParallel } from "@/lib/domain/in-parallel";
import type { Named } from "@/lib/domain/named";
import { apis } from "@/lib/domain/paths";
import { testsAtOnce } from "@/lib/domain/registry-test/pace";
import type { TestPlace } from "@/lib/domain/registry-test/places";
import type { RegistryTestResult, TestRemark } from "@/lib/domain/registry-test/result";
import type { RegistryTestInput } from "@/lib/domain/registry-test/schema";
import { ok, type Result } from "@/lib/domain/result";

/** What is tested, and what the page itself could not put into it. */
export type Question = { input: RegistryTestInput; remarks: readonly TestRemark[] };
type Answer = Result<RegistryTestResult, ApiError>;

/** One test of a run; `node` is null where the server asks. */
export type Row = { node: Named | null; state: "waiting" | "asking" | "ended"; answer: Answer | null };

export const rowsOf = (place: TestPlace): Row[] => {
  if (place.kind === "server") return [{ node: null, state: "waiting", answer: null }];
  const nodes = place.kind === "node" ? [place.node] : place.nodes;
  return nodes.map((node) => ({ node, state: "waiting", answer: null }));
};

/** Asks for one test, from a node or with null from the server. */
export type Ask = (node: Named | null) => Promise<Answer>;

export const askWith =
  ({ input, remarks }: Question, signal: AbortSignal): Ask =>
  async (node) => {
    const body = node ? { ...input, nodeId: node.id } : input;
    const at = { path: apis.registryTests(), signal };
    const answer = await apiRequest<RegistryTestResult>("POST", at, body);
    return answer.ok ? ok({ ...answer.value, remarks: [...remarks, ...answer.value.remarks] }) : answer;
  };

const waitOf = (answer: Answer): number =>
  !answer.ok && answer.error.reason === "tooManyTests" ? Number(answer.error.params["seconds"]) || 1 : 0;

export type RunEvents = {
  onRow: (index: number, row: Row) => void;
  /** The server asks for patience: seconds until the run goes on, 0 when it does. */
  onPause: (seconds: number) => void;
};

/** Asks until the server no longer asks for patience. */
export async function askPatiently(
  ask: () => Promise<Answer>,
  { signal, onPause }: Pick<RunEvents, "onPause"> & { signal: AbortSignal },
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    const seconds = waitOf(answer);
    if (seconds === 0 || signal.aborted) return answer;
    onPause(seconds);
    await pause(seconds * 1000, signal);
    onPause(0);
  }
}

/** Tests from each node, a few at a time; one that is told to wait does so and asks again. */
export async function runRows(
  ask: Ask,
  rows: readonly Row[],
  { signal, onRow, onPause }: RunEvents & { signal: AbortSignal },
): Promise<void> {
  // A single test tells at once that it was too much; only a series is worth waiting for.
  const askNode = (node: Named | null) =>
    rows.length === 1 ? ask(node) : askPatiently(() => ask(node), { signal, onPause });
  await inParallel(rows, testsAtOnce, async ({ node }, index) => {
    if (signal.aborted) return;
    onRow(index, { node, state: "asking", answer: null });
    const answer = await askNode(node);
    if (signal.aborted) return;
    onRow(index, { node, state: "ended", answer });
  });
}

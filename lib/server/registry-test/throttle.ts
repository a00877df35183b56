import "server-only";
import { AppError } from "@/lib/domain/errors";
import { recentTests, secondsToWait, testsAtOnce } from "@/lib/domain/registry-test/pace";
import { singleton } from "@/lib/server/singleton";

type Pace = { begun: number[]; running: number };
const paces = () => singleton("registry-tests", () => new Map<string, Pace>());

const tooMany = (seconds: number) => new AppError("throttled", "tooManyTests", { params: { seconds } });

/** Forgets people who have not tested for a while. */
function sweep(now: number) {
  for (const [userId, { begun, running }] of paces()) {
    if (running === 0 && recentTests(begun, now).length === 0) paces().delete(userId);
  }
}

/** Runs a test of this person, unless they began too many. */
export async function paced<Value>(userId: string, test: () => Promise<Value>): Promise<Value> {
  const now = Date.now();
  sweep(now);
  const pace = paces().get(userId) ?? { begun: [], running: 0 };
  if (pace.running >= testsAtOnce) throw tooMany(1);
  const seconds = secondsToWait(pace.begun, now);
  if (seconds > 0) throw tooMany(seconds);
  pace.begun = [...recentTests(pace.begun, now), now];
  pace.running += 1;
  paces().set(userId, pace);
  try {
    return await test();
  } finally {
    pace.running -= 1;
  }
}

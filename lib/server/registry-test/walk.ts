import "server-only";
import type { X509Certificate } from "node:crypto";
import type { Asked } from "@/lib/domain/registry-test/asked";
import type { Login } from "@/lib/domain/registry-test/login";
import { note, type StepResult } from "@/lib/domain/registry-test/result";
import { askApi } from "./api-step";
import type { Asking } from "./ask";
import { makeResolve } from "./connect";
import { protect, reach, resolveHost } from "./first-steps";
import { contextOf, type TlsChoice } from "./secure";
import { signIn } from "./sign-in";
import { StepLog, unneeded } from "./steps";
import { within } from "./within";
import type { World } from "./world";

export type Walked = { steps: StepResult[]; chain: X509Certificate[] };
/** Whom a test asks and with what; the login and the client's key are secret. */
export type Subject = { asked: Asked; tls: TlsChoice; login: Login | "unusable" | null };

type Whole = { log: StepLog; seen: X509Certificate[] };

/** What takes time that is not the registry's. A client certificate that cannot be used is a fault of the TLS step. */
function prepare({ tls }: Asking, { secure }: Asked): void {
  if (secure && tls.client === null && tls.fault === null) contextOf(tls);
}

async function takeSteps(asking: Asking, { asked, login }: Subject, { log, seen }: Whole): Promise<void> {
  prepare(asking, asked);
  const addresses = await log.take("dns", () => resolveHost(asking, asked));
  if (!addresses) return;
  const socket = await log.take("connect", () => reach(asking, asked, addresses));
  if (!socket) return;
  try {
    const line = await log.take("tls", () => protect(asking, { asked, socket, seen }));
    if (!line) return;
    const challenges = await log.take("api", () => askApi(asking, asked, line));
    if (!challenges) return;
    await log.take("login", async () =>
      challenges.length === 0
        ? { told: unneeded(note("not-asked")) }
        : { told: await signIn({ asking, asked, challenges, login }) },
    );
  } finally {
    socket.destroy();
  }
}

/** Takes the steps a pull takes before it asks for an image, until one fails. */
export async function walk(subject: Subject, world: World): Promise<Walked> {
  const whole: Whole = { log: new StepLog(), seen: [] };
  await within(world.signal, world.totalMs, (signal) =>
    takeSteps({ resolve: makeResolve(world), tls: subject.tls, world, signal }, subject, whole),
  );
  return { steps: whole.log.results(), chain: whole.seen };
}

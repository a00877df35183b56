import "server-only";
import { AppError } from "@/lib/domain/errors";
import { askedOf, urlOf } from "@/lib/domain/registry-test/asked";
import { fault, type RegistryTestResult } from "@/lib/domain/registry-test/result";
import type { RegistryTestInput, TestTarget } from "@/lib/domain/registry-test/schema";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { withAllowedLogin } from "./allow-login";
import { seenCertificate } from "./certificate-text";
import { findTarget } from "./find-target";
import { openTargetWithSecrets } from "./open-target";
import { recordUses } from "./record-uses";
import { failed, StepLog } from "./steps";
import { paced } from "./throttle";
import { type Walked, walk } from "./walk";
import { type World, worldWith } from "./world";

async function unusable(): Promise<Walked> {
  const log = new StepLog();
  await log.take("dns", async () => ({ told: failed(fault("address-unusable")) }));
  return { steps: log.results(), chain: [] };
}

type Ran = { url: string; host: string; walked: Walked };

async function run(target: TestTarget, actor: Actor, world: World): Promise<Ran> {
  const asked = askedOf(target.url);
  if (!asked) return { url: "", host: "", walked: await unusable() };
  const open = await openTargetWithSecrets(target);
  await recordUses(actor, open, { for: "registry-test", host: asked.authority });
  const { tls, login } = open;
  return { url: urlOf(asked), host: asked.authority, walked: await walk({ asked, tls, login }, world) };
}

/** Where the registry sends logins: a credential may have gone there as well. */
const loginHostOf = ({ walked: { steps } }: Ran) =>
  steps.find(({ note }) => note?.code === "asks-login")?.note?.params["tokenHost"];

const endOf = ({ walked: { steps } }: Ran) => steps.find(({ outcome }) => outcome === "failed");

/** Who asked may have gone; nothing is told then, but what was done stays on record. */
async function runOrStop(target: TestTarget, actor: Actor, world: World): Promise<Ran> {
  try {
    return await run(target, actor, world);
  } catch (error) {
    if (!world.signal.aborted) throw error;
    await recordAudit(db(), actor, {
      action: "registry.tested",
      result: "failed",
      detail: { stopped: true },
    });
    throw new AppError("unavailable", "testStopped");
  }
}

/**
 * Asks a registry from this server the way containerd would: name, connection, TLS, API, login, and how long each
 * took. What is wrong comes back as codes; no answer of the registry and no secret does.
 */
export async function testRegistry(
  input: RegistryTestInput,
  actor: Actor,
  given: Partial<World> = {},
): Promise<RegistryTestResult> {
  authorize(actor, "credentials:write");
  return paced(actor.userId, async () => {
    const measuredAt = new Date().toISOString();
    const started = performance.now();
    const { target, remarks } = await withAllowedLogin(await findTarget(input), actor);
    const ran = await runOrStop(target, actor, worldWith(given));
    const { url, host, walked } = ran;
    const end = endOf(ran);
    await recordAudit(db(), actor, {
      action: "registry.tested",
      target: { type: "registry", id: host, name: host },
      result: end ? "failed" : "ok",
      detail: {
        url,
        loginHost: loginHostOf(ran),
        ...(end?.fault ? { step: end.step, fault: end.fault.code } : {}),
      },
    });
    return {
      url,
      measuredAt,
      ok: !end,
      ms: Math.round(performance.now() - started),
      steps: walked.steps,
      certificates: walked.chain.map(seenCertificate),
      remarks,
    };
  });
}

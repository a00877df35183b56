import "server-only";
import { AppError } from "@/lib/domain/errors";
import type { HarborAnswer, HarborFault, HarborReading } from "@/lib/domain/harbor/reading";
import type { HarborAccess, ReadHarborInput } from "@/lib/domain/harbor/schema";
import { toEndpoint } from "@/lib/domain/registries/templates/schema";
import { type Asked, askedOf, urlOf } from "@/lib/domain/registry-test/asked";
import type { Login } from "@/lib/domain/registry-test/login";
import { fault } from "@/lib/domain/registry-test/result";
import type { TestTarget } from "@/lib/domain/registry-test/schema";
import { fail, type Result } from "@/lib/domain/result";
import { recordAudit } from "@/lib/server/audit";
import { type Actor, authorize } from "@/lib/server/auth/actor";
import { db } from "@/lib/server/db/client";
import { withAllowedLogin } from "@/lib/server/registry-test/allow-login";
import { makeResolve } from "@/lib/server/registry-test/connect";
import { openTargetWithSecrets } from "@/lib/server/registry-test/open-target";
import { paced } from "@/lib/server/registry-test/throttle";
import { basicLogin } from "@/lib/server/registry-test/token";
import { recordUses } from "@/lib/server/registry-test/used-secret";
import { within } from "@/lib/server/registry-test/within";
import { type World, worldWith } from "@/lib/server/registry-test/world";
import { readProjects } from "./read-projects";

type Read = Result<HarborReading, HarborFault>;

/** All of it may take this long: there are many small requests. */
const totalMs = 45_000;

function targetOf({ address, access, ca }: ReadHarborInput): TestTarget {
  const secret = access.kind === "stored" ? ({ kind: "secret", slug: access.credential } as const) : null;
  const login = secret && { username: secret, password: secret, auth: secret, identity_token: secret };
  return {
    url: toEndpoint(address),
    login,
    tls: { ca: ca === null ? null : { kind: "certificate", slug: ca }, client: null, skipVerify: false },
  };
}

const typedLogin = (access: HarborAccess): Login | null =>
  access.kind === "typed" ? { kind: "password", username: access.username, password: access.password } : null;

/**
 * Harbor's API stands at the root of its host, wherever below it an address leads. The address is read as a test of a
 * registry reads it, so that the host that is asked is the one that the rule for stored logins looked at.
 */
function rootOf(url: string): Asked | null {
  const asked = askedOf(url);
  return asked && { ...asked, path: "" };
}

type Reading = { target: TestTarget; asked: Asked; typed: Login | null; actor: Actor; world: World };

async function read({ target, asked, typed, actor, world }: Reading): Promise<Read> {
  const open = await openTargetWithSecrets(target, null);
  await recordUses(actor, open.used, { for: "harbor", host: asked.authority, node: null });
  const login = typed ?? open.login;
  // Harbor's API takes a user name and a password, and no token of a registry.
  if (login !== null && (login === "unusable" || login.kind !== "password"))
    return fail(fault("login-unusable"));
  const authorization = login === null ? null : basicLogin(login);
  return within(world.signal, world.totalMs, (signal) =>
    readProjects({
      asking: { resolve: makeResolve(world), tls: open.tls, world, signal },
      at: asked,
      authorization,
    }),
  );
}

async function readOrStop(reading: Reading): Promise<Read> {
  try {
    return await read(reading);
  } catch (error) {
    if (!reading.world.signal.aborted) throw error;
    const detail = { stopped: true };
    await recordAudit(db(), reading.actor, { action: "harbor.read", result: "failed", detail });
    throw new AppError("unavailable", "testStopped");
  }
}

type Access = HarborAnswer["access"];

async function recordRead(actor: Actor, to: { host: string; access: Access }, done: Read): Promise<void> {
  const { host, access } = to;
  const end = done.ok ? { projects: done.value.projects.length } : { fault: done.error.code };
  await recordAudit(db(), actor, {
    action: "harbor.read",
    target: { type: "registry", id: host, name: host },
    result: done.ok ? "ok" : "failed",
    detail: { access, ...end },
  });
}

/**
 * Reads the projects of a Harbor from this server. Whom it may ask, and which stored login may go there, is decided
 * as for a test of a registry; a typed login is sent and forgotten.
 */
export async function readHarbor(
  input: ReadHarborInput,
  actor: Actor,
  given: Partial<World> = {},
): Promise<HarborAnswer> {
  authorize(actor, "registries:test");
  return paced(actor.userId, async () => {
    const measuredAt = new Date().toISOString();
    const { target, remarks } = await withAllowedLogin({ target: targetOf(input), remarks: [] }, actor);
    const access: Access = remarks.length > 0 ? "none" : input.access.kind;
    const asked = rootOf(target.url);
    const url = asked ? urlOf(asked) : "";
    const reading = {
      target,
      typed: typedLogin(input.access),
      actor,
      world: worldWith({ totalMs, ...given }),
    };
    const done: Read = asked ? await readOrStop({ ...reading, asked }) : fail(fault("address-unusable"));
    await recordRead(actor, { host: asked?.authority ?? "", access }, done);
    const end = done.ok ? { reading: done.value } : { fault: done.error };
    return { url, measuredAt, remarks, access, ...end };
  });
}

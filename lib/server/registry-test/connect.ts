import "server-only";
import { isIP } from "node:net";
import type { Duplex } from "node:stream";
import { fault, type TestFault } from "@/lib/domain/registry-test/result";
import { fail, ok, type Result } from "@/lib/domain/result";
import { refusalOf } from "./addresses";
import type { Dial } from "./dial";
import { connectionFault } from "./failure";
import { orAborted, within } from "./within";
import type { World } from "./world";

export type Resolve = (host: string, signal: AbortSignal) => Promise<Result<string[], TestFault>>;

/**
 * Looks up each name once for a whole test. Sockets are opened to the very addresses that were checked here, never
 * to a name, so a name that changes its address between check and use gains nothing.
 */
export function makeResolve(world: World): Resolve {
  const known = new Map<string, string[]>();
  return async (host, signal) => {
    try {
      const addresses =
        known.get(host) ??
        (isIP(host)
          ? [host]
          : await within(signal, world.phaseMs, (phase) => orAborted(phase, world.lookup(host))));
      known.set(host, addresses);
      if (addresses.length === 0) return fail(fault("dns-missing", { host }));
      const refused = addresses.find((address) => refusalOf(address, world.allowLoopback) !== null);
      if (refused === undefined) return ok(addresses);
      const why = refusalOf(refused, world.allowLoopback) ?? "reserved";
      return fail(fault("blocked-address", { host, address: refused, why }));
    } catch (error) {
      return fail(connectionFault(error, { host }));
    }
  };
}

export type Connected = { socket: Duplex; address: string };
type Place = { host: string; port: number; addresses: readonly string[]; dial: Dial };

/** Opens a connection to the first address that takes one. It is destroyed when `signal` is aborted. */
export async function openSocket(
  { host, port, addresses, dial }: Place,
  signal: AbortSignal,
): Promise<Result<Connected, TestFault>> {
  let last: TestFault = fault("dns-missing", { host });
  for (const address of addresses) {
    try {
      return ok({ socket: await dial(address, port, signal), address });
    } catch (error) {
      last = connectionFault(error, { host, address, port });
      if (signal.aborted) break;
    }
  }
  return fail(last);
}

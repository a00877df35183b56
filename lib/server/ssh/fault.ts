import "server-only";
import type { Fault } from "@/lib/domain/pushes/outcomes";

export type FaultParams = Readonly<Record<string, string>>;

/** Why a node could not be talked to. `params` name host, port, user and the like and never hold a secret. */
export class SshFault extends Error {
  readonly fault: Fault;
  readonly params: FaultParams;

  constructor(fault: Fault, params: FaultParams = {}, cause?: unknown) {
    super(`ssh: ${fault}`, { cause });
    this.name = "SshFault";
    this.fault = fault;
    this.params = params;
  }
}

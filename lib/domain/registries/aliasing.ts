import { YamlFailure } from "./yaml/failure";
import type { AliasNode } from "./yaml/node";

// Bounds of yaml.v2 v2.4.0 (decode.go) against texts that grow by aliases.
const low = 400_000;
const high = 4_000_000;

function allowedRatio(decoded: number): number {
  if (decoded <= low) return 0.99;
  if (decoded >= high) return 0.1;
  return 0.99 - 0.89 * ((decoded - low) / (high - low));
}

/** Counts decoding steps and watches which aliases are being followed. */
export class Aliasing {
  private decoded = 0;
  private aliased = 0;
  private readonly followed = new Set<AliasNode>();

  get depth(): number {
    return this.followed.size;
  }

  count(): void {
    this.decoded++;
    if (this.followed.size > 0) this.aliased++;
    if (this.aliased <= 100 || this.decoded <= 1000) return;
    if (this.aliased / this.decoded > allowedRatio(this.decoded)) {
      throw new YamlFailure("document contains excessive aliasing", null, null);
    }
  }

  enter(alias: AliasNode): void {
    if (this.followed.has(alias)) {
      throw new YamlFailure(`anchor '${alias.value}' value contains itself`, null, alias.start);
    }
    this.followed.add(alias);
  }

  leave(alias: AliasNode): void {
    this.followed.delete(alias);
  }
}

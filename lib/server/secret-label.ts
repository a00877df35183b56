import "server-only";
import { hidden } from "@/lib/domain/registries/mask";
import { keyedDigest } from "./secrets/vault";

/** Six hex digits of a keyed digest tell two secrets apart without telling anything about them. */
export const secretLabel = (secret: string): string =>
  `${hidden} (${keyedDigest(secret, "secret-label").slice(0, 6)})`;

import { type Decoded, decode } from "@/lib/domain/registries/decode";
import { explain } from "@/lib/domain/registries/explain/explain";
import type { Assume } from "@/lib/domain/registries/explain/explanation";
import { type TargetInput, toTarget } from "@/lib/domain/registries/target";

export function decoded(yaml: string): Decoded {
  const result = decode(yaml);
  if (!result.ok) throw new Error(result.error);
  return result.result;
}

type Question = { image?: string; target?: TargetInput; assume?: Assume };

export const ask = (yaml: string, { image = "alpine", target, assume = {} }: Question = {}) =>
  explain({ decoded: decoded(yaml), image, target: toTarget(target), assume });

export const urls = (yaml: string, question?: Question) => ask(yaml, question).attempts.map(({ url }) => url);

export const reasons = (yaml: string, question?: Question) =>
  ask(yaml, question).attempts.map(({ reason }) => reason.code);

export const hub = "https://registry-1.docker.io/v2/library/alpine/manifests/latest";
export const mirror = (host: string, path = "/v2") =>
  `${host}${path}/library/alpine/manifests/latest?ns=docker.io`;

/** A mirror of Docker Hub with these endpoints. */
export const hubMirror = (...endpoints: string[]) =>
  `mirrors: {docker.io: {endpoint: ${JSON.stringify(endpoints)}}}\n`;

import type { TargetInput } from "@/lib/domain/registries/target";
import type { Authorities } from "./authorities";
import type { Server } from "./behaviour";
import type { PodLogin } from "./cri";

/** A file, an image and a world to pull it from. */
export type PullCase = {
  name: string;
  /** `{{ca}}`, `{{cert}}` and `{{key}}` stand for the paths of the company's files. */
  yaml: string;
  image: string;
  /** By `name:port`; a name that stands nowhere refuses connections. */
  servers: Readonly<Record<string, Server>>;
  target?: TargetInput;
  pod?: PodLogin;
  /** What Debian's containerd asks besides, because it lacks K3s's change: the registry itself, although disabled. */
  unpatched?: readonly string[];
  /** Why the pull fails where the file cannot tell: the requests are as predicted, or none where `silent` is set. */
  fails?: { words: RegExp; silent?: boolean };
};

export const fileOf = ({ yaml }: PullCase, { caFile, client }: Authorities): string =>
  yaml.replaceAll("{{ca}}", caFile).replaceAll("{{cert}}", client.cert).replaceAll("{{key}}", client.key);

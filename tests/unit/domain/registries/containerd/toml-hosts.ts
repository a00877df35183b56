import { parse } from "smol-toml";
import * as z from "zod/mini";

const settings = {
  ca: z.optional(z.tuple([z.string()])),
  client: z.optional(z.tuple([z.tuple([z.string(), z.string()])])),
  skip_verify: z.optional(z.literal(true)),
};
/** All that K3s ever writes into a hosts.toml, and nothing else. */
const hostsFile = z.strictObject({
  ...settings,
  server: z.optional(z.string()),
  capabilities: z.optional(z.tuple([z.literal("pull"), z.literal("resolve"), z.literal("push")])),
  /** Missing without endpoints where the release writes no line for the table itself. */
  host: z._default(
    z.record(
      z.string(),
      z.strictObject({
        ...settings,
        capabilities: z.tuple([z.literal("pull"), z.literal("resolve")]),
        override_path: z.optional(z.literal(true)),
        rewrite: z.optional(z.record(z.string(), z.string())),
      }),
    ),
    {},
  ),
});
export type TomlHosts = z.infer<typeof hostsFile>;

/** Reads a hosts.toml with a reader that shares no code with ours; throws where it is no TOML. */
export const readTomlHosts = (text: string): TomlHosts => hostsFile.parse(parse(text));

const hasTls = ({ ca, client, skip_verify }: Pick<TomlHosts, "ca" | "client" | "skip_verify">) =>
  ca !== undefined || client !== undefined || skip_verify !== undefined;

/** The hosts in the order containerd asks them, with marks for what they carry: `url+o+t+r > server+t`. */
export function chainOf({ host, server, ...own }: TomlHosts): string {
  const asked = Object.entries(host).map(([url, { override_path, rewrite, ...entry }]) =>
    [url, ...(override_path ? ["o"] : []), ...(hasTls(entry) ? ["t"] : []), ...(rewrite ? ["r"] : [])].join(
      "+",
    ),
  );
  const last = server === undefined ? (hasTls(own) ? "null" : "-") : server === "" ? "''" : server;
  return [...asked, ">", `${last}${hasTls(own) ? "+t" : ""}`].join(" ");
}

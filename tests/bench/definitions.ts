import { emptyDefinition } from "@/lib/domain/registries/fields";
import type { Definition, Mirror, RegistryHost } from "@/lib/domain/registries/schema";

const list = <Item>(count: number, item: (at: number) => Item): Item[] =>
  Array.from({ length: count }, (_, at) => item(at));

const hostName = (at: number) => `harbor-${at}.corp.example:8443`;

/** Three endpoints; one mirror in four rewrites, one in ten has a note, one in fifty a slip that lint finds. */
const mirror = (at: number): Mirror => ({
  name: `registry-${at}.example.com`,
  note: at % 10 === 0 ? `Team ${at}` : "",
  endpoints: [
    { url: `https://${hostName(at)}/v2/proxy-${at}`, note: "" },
    { url: `https://second-${at}.corp.example`, note: "" },
    { url: at % 50 === 0 ? `third-${at}.corp.example` : `http://10.0.${at % 250}.7:5000`, note: "" },
  ],
  rewrites: at % 4 === 0 ? [{ pattern: "^library/(.*)$", replacement: `team-${at}/$1`, note: "" }] : null,
  extras: [],
});

const registryHost = (at: number): RegistryHost => ({
  host: hostName(at),
  note: "",
  auth: {
    username: { kind: "text", text: `robot-${at}` },
    password: { kind: "secret", slug: `robot-${at}` },
    auth: null,
    identity_token: null,
    extras: [],
  },
  tls: {
    ca_file: { kind: "path", path: `/etc/ssl/private-${at}.crt` },
    cert_file: null,
    key_file: null,
    insecure_skip_verify: false,
    extras: [],
  },
  extras: [],
});

/** A large fleet's definition: for each mirror three endpoints and one registry host. */
export const fleetDefinition = (mirrors: number): Definition => ({
  ...emptyDefinition,
  mirrors: list(mirrors, mirror),
  registryHosts: list(mirrors, registryHost),
});

import { emptyDefinition } from "@/lib/domain/registries/fields";
import {
  type Auth,
  type Definition,
  type Mirror,
  type RegistryHost,
  registryKeySchema,
  type Tls,
} from "@/lib/domain/registries/schema";
import { type ConversionRow, outcomes, type RowCode } from "./outcomes";
import { type Path, pathText } from "./values";

export type Conversion = { definition: Definition; rows: ConversionRow[] };

const emptyAuth: Auth = { username: null, password: null, auth: null, identity_token: null, extras: [] };
const emptyTls: Tls = {
  ca_file: null,
  cert_file: null,
  key_file: null,
  insecure_skip_verify: false,
  extras: [],
};

const mostEndpoints = 1000;
const mostEntries = 20000;
const mostRows = 5000;

/** A definition in the making, with what is said of each key that went into it or did not. */
export class Collector {
  private readonly rows: ConversionRow[] = [];
  private readonly mirrors = new Map<string, Mirror>();
  private readonly hosts = new Map<string, RegistryHost>();

  say(path: Path, code: RowCode, params: ConversionRow["params"] = {}): void {
    if (this.rows.length < mostRows) {
      this.rows.push({ path: pathText(path), outcome: outcomes[code], code, params });
    } else if (this.rows.length === mostRows) {
      this.rows.push({ path: "…", outcome: "left", code: "too-many-keys", params: {} });
    }
  }

  private isUsable(path: Path, key: string, count: number): boolean {
    const usable = registryKeySchema.safeParse(key).success;
    if (!usable) this.say(path, "unsafe-name");
    else if (count >= mostEntries) this.say(path, "too-many");
    return usable && count < mostEntries;
  }

  /** The mirror of that name, made when it is new; null where K3s must not be given such a name. */
  mirror(path: Path, name: string): Mirror | null {
    const known = this.mirrors.get(name);
    if (known !== undefined) return known;
    if (!this.isUsable(path, name, this.mirrors.size)) return null;
    const made: Mirror = { name, note: "", endpoints: null, rewrites: null, extras: [] };
    this.mirrors.set(name, made);
    return made;
  }

  /** Adds an endpoint unless the mirror has it. */
  addEndpoint(path: Path, mirror: Mirror, url: string): boolean {
    const endpoints = mirror.endpoints ?? [];
    if (endpoints.length >= mostEndpoints) {
      this.say(path, "too-many");
      return false;
    }
    mirror.endpoints = endpoints.some((each) => each.url === url)
      ? endpoints
      : [...endpoints, { url, note: "" }];
    return true;
  }

  private host(path: Path, name: string): RegistryHost | null {
    const known = this.hosts.get(name);
    if (known !== undefined) return known;
    if (!this.isUsable(path, name, this.hosts.size)) return null;
    const made: RegistryHost = { host: name, note: "", auth: null, tls: null, extras: [] };
    this.hosts.set(name, made);
    return made;
  }

  /** Gives a host its login; the first one stays. */
  setAuth(path: Path, name: string, auth: Partial<Auth>): boolean {
    const host = this.host(path, name);
    if (host === null) return false;
    const whole = { ...emptyAuth, ...auth };
    if (host.auth !== null && JSON.stringify(host.auth) !== JSON.stringify(whole)) {
      this.say(path, "same-host", { host: name });
      return false;
    }
    host.auth = whole;
    return true;
  }

  /** Gives a host its TLS settings; the first ones stay, as registries.yaml has one set for each host. */
  setTls(path: Path, name: string, tls: Partial<Tls>): boolean {
    const host = this.host(path, name);
    if (host === null) return false;
    const whole = { ...emptyTls, ...tls };
    if (host.tls !== null && JSON.stringify(host.tls) !== JSON.stringify(whole)) {
      this.say(path, "tls-differs", { host: name });
      return false;
    }
    host.tls = whole;
    return true;
  }

  finish(): Conversion {
    const mirrors = [...this.mirrors.values()];
    const hosts = [...this.hosts.values()];
    const definition: Definition = {
      ...emptyDefinition,
      mirrors: mirrors.length > 0 ? mirrors : null,
      registryHosts: hosts.length > 0 ? hosts : null,
    };
    return { definition, rows: this.rows };
  }
}

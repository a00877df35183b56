import { hostSchema, loginNameSchema, nameSchema } from "@/lib/domain/nodes/schema";
import {
  type Inventory,
  type InventoryRow,
  type LeftCode,
  type LeftOut,
  maxInventoryNodes,
} from "./inventory";

/** A machine as a reader found it; the port is still the text that stood there. */
export type Found = Pick<InventoryRow, "line" | "name" | "host"> & {
  port?: string | null;
  username?: string | null;
  groups?: string[];
  role?: InventoryRow["role"];
  hint?: string | null;
  /** What is shown when it is left out; its name unless said. */
  text?: string;
};

const maxShown = 200;
const maxLeft = 5000;
const withControls = /\p{Cc}/gu;

/** Full-width letters and digits, which a Chinese keyboard gives, count as the plain ones. */
const plain = (text: string) => text.normalize("NFKC").trim();

function readPort(text: string | null | undefined): number | null | undefined {
  if (text === null || text === undefined || text === "") return null;
  const port = /^\d{1,5}$/.test(plain(text)) ? Number(plain(text)) : 0;
  return port >= 1 && port <= 65535 ? port : undefined;
}

type Checked = { host: string; name: string; port: number | null | undefined; username: string | null };

const addressKey = (host: string, port: number | null | undefined) => `${host.toLowerCase()} ${port ?? 22}`;

function findFault({ host, name, port, username }: Checked): LeftCode | null {
  if (/\{[{%]/.test(host)) return "template";
  // The pattern of a host is not made for megabytes, so the length comes first.
  if (host.length > 253 || !hostSchema.safeParse(host).success) return "host";
  if (port === undefined) return "port";
  if (username !== null && !loginNameSchema.safeParse(username).success) return "login-name";
  return nameSchema.safeParse(name).success ? null : "name";
}

/** Gathers what readers find, checks it as a form would, and keeps the bounds that hold for every format. */
export class Collector {
  readonly #rows: InventoryRow[] = [];
  readonly #left: LeftOut[] = [];
  readonly #addresses = new Set<string>();
  readonly #names = new Set<string>();
  readonly #noted = new Set<string>();
  #refused = 0;

  /** How many machines may still be added. */
  get room(): number {
    return maxInventoryNodes - this.#rows.length;
  }

  leave(code: LeftCode, text: string, line: number | null): void {
    if (this.#left.length >= maxLeft) return;
    this.#left.push({ line, text: text.replace(withControls, " ").slice(0, maxShown), code });
  }

  /** Says once that a setting is not taken over, however often it stands there. */
  note(code: LeftCode, text: string, line: number | null): void {
    const key = `${code} ${text}`;
    if (this.#noted.has(key)) return;
    this.#noted.add(key);
    this.leave(code, text, line);
  }

  add(found: Found) {
    const host = plain(found.host);
    const name = found.name.trim() || host;
    const port = readPort(found.port);
    const username = found.username?.trim() || null;
    const code = findFault({ host, name, port, username }) ?? this.#findTwin({ host, name, port });
    if (code !== null) return this.leave(code, found.text ?? name, found.line);
    if (this.room <= 0) this.#refused += 1;
    else this.#keep(found, { host, name, port: port ?? null, username });
  }

  #findTwin({ host, name, port }: Pick<Checked, "host" | "name" | "port">): LeftCode | null {
    if (this.#addresses.has(addressKey(host, port))) return "duplicate";
    return this.#names.has(name.toLowerCase()) ? "duplicate-name" : null;
  }

  #keep(found: Found, own: Pick<InventoryRow, "host" | "name" | "port" | "username">): void {
    this.#addresses.add(addressKey(own.host, own.port));
    this.#names.add(own.name.toLowerCase());
    const { line, groups = [], role = null, hint } = found;
    this.#rows.push({ line, ...own, groups, role, hint: hint?.slice(0, maxShown) || null });
  }

  finish(): Inventory {
    if (this.#refused > 0) this.#left.unshift({ line: null, text: String(this.#refused), code: "too-many" });
    return { rows: this.#rows, left: this.#left };
  }
}

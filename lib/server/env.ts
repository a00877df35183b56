import "server-only";
import { join, resolve, sep } from "node:path";
import * as z from "zod/mini";

const flag = z.pipe(
  z.enum(["1", "0", "true", "false", "yes", "no", "on", "off"]),
  z.transform((text) => ["1", "true", "yes", "on"].includes(text)),
);

const masterKey = z
  .string()
  .check(
    z.regex(/^(?:[0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=?)$/, "must be 32 bytes, as 64 hex digits or as base64"),
  );

const isOrigin = (text: string) => URL.canParse(text) && /^https?:\/\/[^/]+\/?$/.test(text);

// The build output is replaced by the next build, and what was kept in it would go with it.
const keptPath = z
  .pipe(
    z.string(),
    z.transform((path) => resolve(path)),
  )
  .check(
    z.refine(
      (path) => !path.split(sep).includes(".next"),
      "lies inside the build output (.next), which the next build replaces; name an absolute path elsewhere",
    ),
  );

export const envSchema = z.object({
  PULLPATH_DATA: z.prefault(keptPath, "data"),
  DATABASE_URL: z.optional(
    z
      .string()
      .check(
        z.regex(
          /^file:./,
          "must start with file: or be empty, because this version keeps its data in SQLite",
        ),
      ),
  ),
  PULLPATH_MASTER_KEY: z.optional(masterKey),
  PULLPATH_MASTER_KEY_FILE: z.optional(keptPath),
  PULLPATH_URL: z.optional(
    z.string().check(z.refine(isOrigin, "must be an address without a path, such as https://pullpath.lan")),
  ),
  PULLPATH_TRUSTED_PROXY: z._default(flag, false),
  PULLPATH_TEST_LOOPBACK: z._default(flag, false),
  PULLPATH_DRIFT_MINUTES: z._default(
    z.string().check(z.regex(/^(0|[5-9]|[1-9]\d{1,3})$/, "must be 0 for never, or 5 to 9999 minutes")),
    "60",
  ),
  PULLPATH_LOG_LEVEL: z._default(z.enum(["debug", "info", "warn", "error", "silent"]), "info"),
  PORT: z._default(z.string().check(z.regex(/^\d{1,5}$/, "must be a port number")), "3000"),
  HOSTNAME: z._default(z.string(), "127.0.0.1"),
});

export type Env = {
  dataFolder: string;
  databaseFile: string;
  masterKey: string | undefined;
  masterKeyFile: string | undefined;
  /** The address people use, as an origin; undefined when each request's own Host has to do. */
  url: string | undefined;
  trustedProxy: boolean;
  /** Whether a test of a registry may ask this machine itself. */
  testLoopback: boolean;
  /** Minutes between two checks of a node for drift that go by themselves; 0 for none. */
  driftMinutes: number;
  logLevel: "debug" | "info" | "warn" | "error" | "silent";
  port: string;
  hostname: string;
  /** Whether `next dev` runs, whose pages need `eval`. */
  development: boolean;
};

/** Reads the variables; throws an error whose message is a list of what is wrong with which one. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()));
  const { success, data, error } = envSchema.safeParse(given);
  if (!success) throw new Error(z.prettifyError(error));
  return {
    dataFolder: data.PULLPATH_DATA,
    databaseFile: data.DATABASE_URL
      ? keptPath.parse(data.DATABASE_URL.slice("file:".length))
      : join(data.PULLPATH_DATA, "pullpath.db"),
    masterKey: data.PULLPATH_MASTER_KEY,
    masterKeyFile: data.PULLPATH_MASTER_KEY_FILE,
    url: data.PULLPATH_URL && new URL(data.PULLPATH_URL).origin,
    trustedProxy: data.PULLPATH_TRUSTED_PROXY,
    testLoopback: data.PULLPATH_TEST_LOOPBACK,
    driftMinutes: Number(data.PULLPATH_DRIFT_MINUTES),
    logLevel: data.PULLPATH_LOG_LEVEL,
    port: data.PORT,
    hostname: data.HOSTNAME,
    development: source["NODE_ENV"] === "development",
  };
}

let parsed: Env | undefined;

/** Reads the environment once; throws like `readEnv`. */
export function loadEnv(): Env {
  parsed ??= readEnv(process.env);
  return parsed;
}

/** The parsed environment, read at its first use: a build needs none. */
export const env: Env = new Proxy({} as Env, { get: (_, name) => loadEnv()[name as keyof Env] });

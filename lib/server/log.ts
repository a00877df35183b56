import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import pino, { type DestinationStream } from "pino";
import { env } from "./env";
import { redact } from "./redact";
import { singleton } from "./singleton";

type Fields = Readonly<Record<string, unknown>>;

const scope = singleton("log.scope", () => new AsyncLocalStorage<Fields>());

/** Everything logged while `work` runs, however deep, carries these fields. */
export const withLogFields = <Value>(fields: Fields, work: () => Value): Value =>
  scope.run({ ...scope.getStore(), ...fields }, work);

/** A logger of JSON lines: an event name such as `session.created` and fields, never a sentence. */
export function createLog(level: string, destination: DestinationStream) {
  const lines = pino(
    {
      level,
      base: null,
      messageKey: "event",
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  );
  const write =
    (kind: "debug" | "info" | "warn" | "error") =>
    (event: string, fields: Fields = {}) =>
      lines[kind](redact({ ...scope.getStore(), ...fields }), event);
  return { debug: write("debug"), info: write("info"), warn: write("warn"), error: write("error") };
}

type Log = ReturnType<typeof createLog>;
const processLog = (): Log =>
  singleton("log", () => createLog(env.logLevel, pino.destination({ dest: 1, sync: true })));

export const log: Log = {
  debug: (event, fields) => processLog().debug(event, fields),
  info: (event, fields) => processLog().info(event, fields),
  warn: (event, fields) => processLog().warn(event, fields),
  error: (event, fields) => processLog().error(event, fields),
};

import { chmodSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { prepareDataFolder } from "@/lib/server/data-folder";
import { temporaryDataFolder } from "@/tests/support/database";

const folder = temporaryDataFolder();
const file = join(folder, "pullpath.db");
const modeOf = (path: string) => statSync(path).mode & 0o777;

beforeEach(() => rmSync(folder, { recursive: true, force: true }));

it("makes folder and database for their owner alone", () => {
  prepareDataFolder();
  expect([modeOf(folder), modeOf(file)]).toEqual([0o700, 0o600]);
});

it("closes what it finds open", () => {
  mkdirSync(folder);
  writeFileSync(file, "");
  chmodSync(folder, 0o755);
  chmodSync(file, 0o644);
  prepareDataFolder();
  expect([modeOf(folder), modeOf(file)]).toEqual([0o700, 0o600]);
});

it("leaves a folder alone that holds other things as well", () => {
  mkdirSync(join(folder, "other"), { recursive: true });
  chmodSync(folder, 0o755);
  prepareDataFolder();
  expect([modeOf(folder), modeOf(file)]).toEqual([0o755, 0o600]);
});

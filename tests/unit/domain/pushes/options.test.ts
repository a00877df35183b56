import { expect, it } from "vitest";
import { defaultPushOptions, pushOptionsSchema, withoutIdleWait } from "@/lib/domain/pushes/options";

it("leaves the time to start to the distribution unless one is chosen", () => {
  expect(defaultPushOptions.startSeconds).toBeNull();
  expect(pushOptionsSchema.parse({ startSeconds: null }).startSeconds).toBeNull();
  expect(pushOptionsSchema.parse({ startSeconds: 600 }).startSeconds).toBe(600);
  expect(pushOptionsSchema.safeParse({ startSeconds: 4 }).success).toBe(false);
});

it("waits to be confirmed for half a minute to an hour, and never where nothing restarts", () => {
  expect(defaultPushOptions.confirmSeconds).toBeNull();
  for (const confirmSeconds of [30, 3600])
    expect(pushOptionsSchema.parse({ confirmSeconds })).toMatchObject({ confirmSeconds });
  for (const confirmSeconds of [0, 29, 3601])
    expect(pushOptionsSchema.safeParse({ confirmSeconds }).success).toBe(false);
  const options = { ...defaultPushOptions, confirmSeconds: 300 };
  expect(withoutIdleWait(options)).toBe(options);
  expect(withoutIdleWait({ ...options, writeOnly: true }).confirmSeconds).toBeNull();
  expect(withoutIdleWait({ ...options, dryRun: true }).confirmSeconds).toBeNull();
});

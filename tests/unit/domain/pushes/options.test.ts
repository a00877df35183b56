import { expect, it } from "vitest";
import { defaultPushOptions, pushOptionsSchema } from "@/lib/domain/pushes/options";

it("leaves the time to start to the distribution unless one is chosen", () => {
  expect(defaultPushOptions.startSeconds).toBeNull();
  expect(pushOptionsSchema.parse({ startSeconds: null }).startSeconds).toBeNull();
  expect(pushOptionsSchema.parse({ startSeconds: 600 }).startSeconds).toBe(600);
  expect(pushOptionsSchema.safeParse({ startSeconds: 4 }).success).toBe(false);
});

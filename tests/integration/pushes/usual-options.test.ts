import { expect, it } from "vitest";
import { updateGroupSchema } from "@/lib/domain/groups/schema";
import { defaultPushOptions, pickGroupOptions } from "@/lib/domain/pushes/options";
import { strategyOf } from "@/lib/domain/pushes/strategy";
import { updateGroup } from "@/lib/server/groups/write-group";
import { reviewPush } from "@/lib/server/pushes/review-push";
import { temporaryDatabase } from "@/tests/support/database";
import { admin, groupOf, mirrorTo } from "@/tests/support/pushes";

temporaryDatabase();

it("a review begins with what its group keeps, and with the defaults before", async () => {
  const { groupId } = await groupOf([], mirrorTo("https://mirror.example.com"));
  const defaults = async () => (await reviewPush(groupId, admin)).defaults;
  expect(await defaults()).toEqual(pickGroupOptions(defaultPushOptions));

  const way = { canary: false, ramp: ["1", "20%"], approval: "batch", watchSeconds: 30, startSeconds: 90 };
  const usual = { ...way, verifyDepth: "pull", testImage: "busybox:1.37", confirmSeconds: 300 };
  await updateGroup(groupId, updateGroupSchema.parse({ width: 20, stopAfter: 3, usual }), admin);
  expect(await defaults()).toEqual({ width: 20, stopAfter: 3, ...usual });
  expect(strategyOf(await defaults())).toBe("batches");

  // One that was kept before there were depths reads as it was meant.
  await updateGroup(groupId, updateGroupSchema.parse({ usual: way }), admin);
  expect(await defaults()).toMatchObject({
    ...way,
    verifyDepth: "ready",
    testImage: null,
    confirmSeconds: null,
  });
  await updateGroup(groupId, { stopAfter: 0 }, admin);
  expect(await defaults()).toMatchObject({ stopAfter: 0, ramp: ["1", "20%"] });
});

it("a group keeps no consent and no ramp that cannot be read", () => {
  const { canary, ramp, approval, watchSeconds, startSeconds } = defaultPushOptions;
  const usual = { canary, ramp, approval, watchSeconds, startSeconds };
  expect(updateGroupSchema.safeParse({ usual }).success).toBe(true);
  expect(updateGroupSchema.safeParse({ usual: { ...usual, outageAccepted: true } }).success).toBe(false);
  expect(updateGroupSchema.safeParse({ usual: { ...usual, ramp: ["0"] } }).success).toBe(false);
  expect(updateGroupSchema.safeParse({ usual: { ...usual, dryRun: true } }).success).toBe(false);
});

import { expect, it } from "vitest";
import { passwordWeakness } from "@/lib/domain/people/password";
import { setupSchema } from "@/lib/domain/people/schema";

it.each([
  ["aaaaaaaaaaaa", "password-simple"],
  ["abababababab", "password-simple"],
  ["123456789012", "password-simple"],
  ["abcdefghijkl", "password-simple"],
  ["qwertyuiop12", "password-simple"],
  ["lkjhgfdsapoiu", "password-simple"],
  ["Password1234!", "password-common"],
  ["Passw0rd!Passw0rd!", "password-common"],
  ["admin-admin-123", "password-common"],
  ["RancherK3s!2026", "password-common"],
  ["jane.doe12345", "password-contains-name"],
  ["eod.enaj!!77", "password-contains-name"],
])("finds %s easy to guess", (password, weakness) => {
  expect(passwordWeakness(password, "jane.doe")).toBe(weakness);
});

it.each([
  "correct horse battery",
  "violet-harbour-19-pines",
  "k9#Lq!mZ4w@x",
  "jane.doe likes tall ships",
  "密码要足够长才能安全使用",
])("has nothing against %s", (password) => {
  expect(passwordWeakness(password, "jane.doe")).toBeUndefined();
});

it.each(["ab", "A.b-c_9", "x".repeat(64)])("takes the user name %s", (username) => {
  expect(setupSchema.safeParse({ token: "t", username, password: "violet-harbour-19-pines" }).success).toBe(
    true,
  );
});

it.each(["a", "-ab", "ab.", "a b", "a@b", "ж2", "x".repeat(65)])("refuses the user name %s", (username) => {
  expect(setupSchema.safeParse({ token: "t", username, password: "violet-harbour-19-pines" }).success).toBe(
    false,
  );
});

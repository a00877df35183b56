import { expect, it } from "vitest";
import { toFieldIssues } from "@/lib/domain/issues";
import { passwordSize, passwordWeakness } from "@/lib/domain/people/password";
import { newPersonSchema, passwordChangeSchema, setupSchema } from "@/lib/domain/people/schema";

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

it.each([
  ["violetviolet", "password-simple"],
  ["ab1!ab1!ab1!ab1!", "password-simple"],
  ["zaq1xsw2cde3", "password-common"],
  ["WatermelonWatermelon", "password-common"],
  ["W4t3rm3l0n2026!", "password-common"],
  ["2026!Sunshine!2026", "password-common"],
  ["woainiwoaini520", "password-common"],
  ["Jane.1Doe.2x!", "password-contains-name"],
  ["jane-2026-99", "password-contains-name"],
  ["correct-horse-battery-staple", "password-common"],
  ["ｐassword-2026-99", "password-common"],
])("finds %s easy to guess as well", (password, weakness) => {
  expect(passwordWeakness(password, "jane.doe")).toBe(weakness);
});

it.each([
  ["x".repeat(11), "short"],
  ["🦊".repeat(11), "short"],
  ["🦊".repeat(128), undefined],
  ["x".repeat(129), "long"],
])("counts characters as people do: %s", (password, size) => {
  expect(passwordSize(password)).toBe(size);
});

it("says how long a password must be, and that a new one must not be the old one", () => {
  const codes = (current: string, password: string) => {
    const input = { current, password };
    const { error } = passwordChangeSchema.safeParse(input);
    return error ? toFieldIssues(error, input).map(({ code, params }) => [code, params]) : [];
  };
  expect(codes("old", "short")).toContainEqual(["too-short", { minimum: 12 }]);
  expect(codes("old", "n9#Lq!mZ4w@x".repeat(11))).toContainEqual(["too-long", { maximum: 128 }]);
  expect(codes("violet-harbour-19-pines", "violet-harbour-19-pines")).toEqual([["password-same", undefined]]);
  expect(codes("violet-harbour-19-pines", "ｖiolet-harbour-19-pines")).toEqual([
    ["password-same", undefined],
  ]);
  expect(codes("old", "violet-harbour-19-pines")).toEqual([]);
});

it.each(["", "Mei Lin", "王小明", "O’Brien"])("takes the display name %j", (displayName) => {
  expect(newPersonSchema.safeParse({ username: "mei", displayName, role: "viewer" }).success).toBe(true);
});

it.each(["a\u0000b", "a\u202Eb", "a\u200Bb", "a\nb", "a\ud800", "x".repeat(65)])(
  "refuses the display name %j",
  (displayName) => {
    expect(newPersonSchema.safeParse({ username: "mei", displayName, role: "viewer" }).success).toBe(false);
  },
);

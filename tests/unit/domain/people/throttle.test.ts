import { expect, it } from "vitest";
import {
  nameThrottle,
  pairThrottle,
  pauseAfter,
  throttledAddress,
  triesLeft,
} from "@/lib/domain/people/throttle";

it("lets the first tries through and then doubles the pause up to its limit", () => {
  const pauses = [1, 4, 5, 6, 7, 12, 13, 5000].map((failures) => pauseAfter(failures, pairThrottle));
  expect(pauses).toEqual([0, 0, 2, 4, 8, 256, 300, 300]);
});

it("never keeps the owner of a name out for long, however many strangers try", () => {
  expect([5, 49, 50, 5000].map((failures) => pauseAfter(failures, nameThrottle))).toEqual([0, 0, 2, 30]);
});

it("counts the tries that are left", () => {
  expect([1, 4, 5, 9].map((failures) => triesLeft(failures, pairThrottle))).toEqual([4, 1, 0, 0]);
});

it.each([
  ["192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:DB8:1:2:ffff::9", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
])("counts %s as %s", (address, key) => {
  expect(throttledAddress(address)).toBe(key);
});

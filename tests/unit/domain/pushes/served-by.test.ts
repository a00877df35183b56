import { expect, it } from "vitest";
import { servedBy } from "@/lib/domain/pushes/served-by";

const [first, second, hub] = [
  "https://first.example.com/v2/library/busybox/manifests/1",
  "http://second.example.com:5000/v2/library/busybox/manifests/1",
  "https://registry-1.docker.io/v2/library/busybox/manifests/1",
] as const;
const all = [[first, second, hub]];
/** As containerd 1.6, 1.7 and 2.x write it. */
const line = (host: string, message = "trying next host") =>
  `time="2026-11-29T05:00:00Z" level=info msg="${message}" error="x" host="${host}"\n`.replaceAll(
    `"${host}"`,
    host,
  );

it("is the first request whose host did not fail", () => {
  expect(servedBy(all, "")).toEqual({ url: first, sure: false });
  expect(servedBy(all, line("first.example.com"))).toEqual({ url: second, sure: false });
  const both =
    line("first.example.com", "trying next host - response was http.StatusNotFound") +
    line("second.example.com:5000", "trying next host after status: 503 Service Unavailable");
  expect(servedBy(all, both)).toEqual({ url: hub, sure: false });
});

it("takes a port that goes without saying for the same host", () => {
  expect(servedBy(all, line("first.example.com:443"))?.url).toBe(second);
  expect(servedBy(all, line("second.example.com"))?.url).toBe(first);
});

it("is sure only of the one request there is", () => {
  expect(servedBy([[hub]], "")).toEqual({ url: hub, sure: true });
});

it("says nothing where all failed, or where chance decides", () => {
  expect(servedBy([[first]], line("first.example.com", "fetch failed"))).toBeNull();
  expect(
    servedBy(
      [
        [first, hub],
        [second, hub],
      ],
      "",
    ),
  ).toBeNull();
  expect(
    servedBy(
      [
        [first, hub],
        [second, hub],
      ],
      line("first.example.com") + line("second.example.com:5000"),
    )?.url,
  ).toBe(hub);
  expect(servedBy([[]], "")).toBeNull();
  expect(servedBy([["not a url"]], "")).toBeNull();
});

it("believes no line that a pod put into another one", () => {
  const faked =
    'time="x" level=error msg="ExecSync failed" error="exec \\"a msg=\\"trying next host\\" host=first.example.com\\""\n';
  expect(servedBy(all, faked)?.url).toBe(first);
});

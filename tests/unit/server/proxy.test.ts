import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { proxy } from "@/proxy";

const visit = () => proxy(new NextRequest("http://pullpath.test/login"));
const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";

it("lets scripts run by a nonce of the page alone", () => {
  const [first, second] = [policyOf(visit()), policyOf(visit())];
  const nonce = /script-src 'self' 'nonce-([^']{20,})' 'strict-dynamic';/;
  expect(first).toMatch(nonce);
  expect(first.match(nonce)?.[1]).not.toBe(second.match(nonce)?.[1]);
  expect(first).not.toMatch(/script-src[^;]*unsafe/);
});

it("hands the nonce to the page", () => {
  const response = visit();
  const nonce = response.headers.get("x-middleware-request-x-nonce");
  expect(policyOf(response)).toContain(`'nonce-${nonce}'`);
});

it("forbids frames, guessing of types and sending addresses to other sites", () => {
  const { headers } = visit();
  expect(headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("referrer-policy")).toBe("same-origin");
  expect(headers.get("permissions-policy")).toContain("camera=()");
});

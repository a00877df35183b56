import { describe, expect, it } from "vitest";
import { secretHider } from "@/lib/server/pushes/hide-secrets";

const password = 'hun"ter/2 and more';
const file = `configs:
  h:
    auth: {username: robot, password: ${JSON.stringify(password)}}
  i:
    auth: {identity_token: canary-token}
  short:
    auth: {password: "no"}
`;
const hide = (text: string) => secretHider(file)({ log: text })["log"];

describe("texts of a node", () => {
  it.each([
    ["as it is", `refused ${password}`],
    ["quoted", `msg=${JSON.stringify(`refused ${password}`)}`],
    ["in a URL", `https://h/?p=${encodeURIComponent(password)}`],
    ["with its user name", `Basic ${Buffer.from(`robot:${password}`).toString("base64")}`],
    ["as a token", "got canary-token back"],
  ])("hold no secret of the file %s", (_how, text) => {
    expect(hide(text)).toContain("••••••");
    expect(hide(text)).not.toMatch(/ter|canary|cm9ib3Q/);
  });

  it("stay as they are where they hold none", () => {
    expect(hide("no node knows it")).toBe("no node knows it");
  });
});

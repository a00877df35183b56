import { describe, expect, it } from "vitest";
import { clockDifference } from "@/components/nodes/clock-difference";
import { hostKeyCommand } from "@/components/nodes/host-key-command";
import { authorizeCommand } from "@/components/nodes/ssh/authorize";

describe("the command that shows a host key", () => {
  it.each([
    ["ssh-ed25519", "ssh_host_ed25519_key.pub"],
    ["ecdsa-sha2-nistp256", "ssh_host_ecdsa_key.pub"],
    ["rsa-sha2-512", "ssh_host_rsa_key.pub"],
    ["ssh-rsa", "ssh_host_rsa_key.pub"],
    ["unheard-of", "ssh_host_*_key.pub"],
  ])("names the file of %s", (algorithm, file) => {
    expect(hostKeyCommand(algorithm)).toBe(`ssh-keygen -lf /etc/ssh/${file}`);
  });
});

describe("the command that adds a public key", () => {
  it("holds the key and none of its comment", () => {
    const command = authorizeCommand("ssh-ed25519 AAAAC3Nza+/= it's'; rm -rf ~");
    expect(command).toContain("echo 'ssh-ed25519 AAAAC3Nza+/= pullpath' >> ~/.ssh/authorized_keys");
    expect(command).not.toContain("rm -rf");
  });

  it.each(["", "not a key'", "ssh-ed25519", "ssh-ed25519 AAAA'x"])("is not made from %j", (line) => {
    expect(authorizeCommand(line)).toBeNull();
  });
});

describe("the difference of two clocks", () => {
  const seenAt = "2026-01-01T10:00:00.000Z";
  const clock = (seconds: number) => Date.parse(seenAt) + seconds * 1000;

  it.each([
    [-9, 0],
    [9, 0],
    [-90, -90],
    [3600, 3600],
  ])("of %i seconds counts as %i", (seconds, counted) => {
    expect(clockDifference({ clock: clock(seconds) }, seenAt)).toBe(counted);
  });

  it("is the one that was measured, where the look did", () => {
    expect(clockDifference({ clock: clock(90), clockAhead: 0 }, seenAt)).toBe(0);
    expect(clockDifference({ clock: clock(0), clockAhead: -4400 }, seenAt)).toBe(-4);
  });
});

import "server-only";
import { BlockList, isIP } from "node:net";

/**
 * Addresses that no registry of a fleet has, and where other services trust whoever comes from this machine: link
 * local (the metadata of clouds among them), metadata addresses outside of it, multicast, reserved and unspecified.
 */
const never4: [string, number][] = [
  ["0.0.0.0", 8],
  ["169.254.0.0", 16],
  ["100.100.100.200", 32],
  // Azure's platform answers its own machines here (learn.microsoft.com, "What is IP address 168.63.129.16?").
  ["168.63.129.16", 32],
  ["192.0.0.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];
const never6: [string, number][] = [
  ["::", 128],
  ["fe80::", 10],
  ["fec0::", 10],
  ["fd00:ec2::", 32],
  // Translators of a site's own (RFC 8215) and Teredo (RFC 4380): whom they lead to cannot be told.
  ["64:ff9b:1::", 48],
  ["2001::", 32],
  ["ff00::", 8],
];
const loopback4: [string, number] = ["127.0.0.0", 8];
const loopback6: [string, number] = ["::1", 128];

/** IPv6 that leads to an IPv4 address: mapped, compatible, translated, NAT64 and 6to4. */
function embedded([address, length]: [string, number]): [string, number][] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
  const groups = [(a << 8) | b, (c << 8) | d].map((group) => group.toString(16)).join(":");
  return [
    [`::ffff:${groups}`, 96 + length],
    [`::${groups}`, 96 + length],
    [`::ffff:0:${groups}`, 96 + length],
    [`64:ff9b::${groups}`, 96 + length],
    [`2002:${groups}::`, 16 + length],
  ];
}

function listOf(four: readonly [string, number][], six: readonly [string, number][]): BlockList {
  const list = new BlockList();
  for (const [address, length] of four) list.addSubnet(address, length, "ipv4");
  for (const [address, length] of [...six, ...four.flatMap(embedded)])
    list.addSubnet(address, length, "ipv6");
  return list;
}

const never = listOf(never4, never6);
const loopback = listOf([loopback4], [loopback6]);

/** Why a test may not speak to an address; null when it may. */
export function refusalOf(address: string, allowLoopback: boolean): "reserved" | "loopback" | null {
  const family = isIP(address);
  if (family === 0 || address.includes("%")) return "reserved";
  const kind = family === 4 ? "ipv4" : "ipv6";
  // `::1` lies in the range of IPv4-compatible addresses, so loopback is looked at first.
  if (loopback.check(address, kind)) return allowLoopback ? null : "loopback";
  return never.check(address, kind) ? "reserved" : null;
}

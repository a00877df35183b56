/**
 * The first release of each minor that renews 120 days before the end, and not 90 as those before (k3s pull request
 * 12232, pkg/daemons/config/types.go, CertificateRenewDays; RKE2 has it from the K3s of the same version).
 */
const since: Readonly<Record<number, number>> = { 30: 13, 31: 9, 32: 5, 33: 1 };
const minors = Object.keys(since).map(Number);

/** How many days before its end a start of the service renews a certificate; an unknown release counts as a new one. */
export function renewalDays(version: string | null): number {
  const [, minor, patch] = (/^v?1\.(\d{1,4})\.(\d{1,4})/.exec(version ?? "") ?? []).map(Number);
  if (minor === undefined || patch === undefined || minor > Math.max(...minors)) return 120;
  return patch >= (since[minor] ?? Number.POSITIVE_INFINITY) ? 120 : 90;
}

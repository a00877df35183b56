import "server-only";
import type { HostNames } from "@/lib/domain/certificates/host-names";

const most = 200;

/** Node's list is `DNS:a, IP Address:b`; a value with a comma or a quote in it is written as a JSON string. */
const listed = (list: string | undefined) =>
  [...(list ?? "").matchAll(/(?:^|, )([A-Za-z0-9 ]+):("(?:[^"\\]|\\.)*"|[^,]*)/g)]
    .map(([, kind = "", value = ""]) => ({ kind, value: value.replace(/\p{Cc}/gu, " ") }))
    .slice(0, most);

export const alternativeNames = (list: string | undefined): string[] =>
  listed(list).map(({ value }) => value);

/** Those that a client compares with the host it called. */
export const hostNames = (list: string | undefined): HostNames => {
  const names = listed(list);
  return {
    dns: names.flatMap(({ kind, value }) => (kind === "DNS" ? [value] : [])),
    ips: names.flatMap(({ kind, value }) => (kind === "IP Address" ? [value] : [])),
  };
};

import type { Collector } from "./collector";
import { readRecords } from "./csv-records";

const columns = {
  name: ["name", "node", "nodename", "alias", "名称", "节点", "节点名称", "主机名"],
  host: ["host", "address", "ip", "ipaddress", "internalip", "hostname", "fqdn", "地址", "ip地址", "主机"],
  port: ["port", "sshport", "端口"],
  user: ["user", "username", "login", "sshuser", "用户", "用户名"],
  group: ["group", "groups", "组", "分组", "节点组"],
} as const;
type Field = keyof typeof columns;

const fold = (title: string) =>
  title
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");
const isSecret = (title: string) => /pass|secret|token|密码|口令/.test(title);

const fieldOf = (title: string): Field | undefined =>
  (Object.keys(columns) as Field[]).find((field) =>
    (columns[field] as readonly string[]).includes(fold(title)),
  );

const separators = [",", ";", "\t"] as const;

/** The separator under which the first line is a header with an address or a name; undefined when it is none. */
export function findSeparator(text: string): string | undefined {
  const start = text.slice(0, 10_000).trimStart();
  const header = start.split("\n", 1)[0] ?? "";
  return separators.find((separator) => {
    const cells = header.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
    const fields = cells.map(fieldOf);
    return cells.length > 1 && (fields.includes("host") || fields.includes("name"));
  });
}

function findPlaces(titles: readonly string[]): Map<Field, number> {
  const places = new Map<Field, number>();
  for (const [at, title] of titles.entries()) {
    const field = fieldOf(title);
    if (field && !places.has(field)) places.set(field, at);
  }
  return places;
}

const splitGroups = (cell: string) =>
  cell
    .split(/[,;|，；]/)
    .map((one) => one.trim())
    .filter(Boolean);

/** A table with a header, as spreadsheets save it. A column of passwords is named and its cells are not looked at. */
export function readCsv(text: string, into: Collector) {
  const [header, ...rows] = readRecords(text, findSeparator(text) ?? ",");
  const titles = header?.cells ?? [];
  for (const title of titles) if (isSecret(fold(title))) into.note("secret", title, 1);
  const places = findPlaces(titles);
  if (!places.has("host") && !places.has("name"))
    return into.leave("no-address-column", titles.join(", "), 1);
  for (const { line, cells } of rows) {
    const cell = (field: Field) => cells[places.get(field) ?? -1] ?? "";
    const host = cell("host") || cell("name");
    const groups = splitGroups(cell("group"));
    into.add({ line, name: cell("name") || host, host, port: cell("port"), username: cell("user"), groups });
  }
}

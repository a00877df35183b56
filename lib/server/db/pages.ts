import "server-only";

const pageSize = 500;

/** Where a page begins, how it is sorted and how long it is. */
type Page = { id: { gt: string }; orderBy: { id: "asc" }; take: number };

/**
 * Reads rows of which each takes the first of its own along, such as the last push of a node: that is asked for with one
 * parameter for each row, of which no database takes any number.
 */
export async function inPages<Row extends { id: string }>(
  read: (page: Page) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const id = { gt: rows.at(-1)?.id ?? "" };
    const page = await read({ id, orderBy: { id: "asc" }, take: pageSize });
    rows.push(...page);
    if (page.length < pageSize) return rows;
  }
}

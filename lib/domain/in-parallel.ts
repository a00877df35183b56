/** Maps in order with at most `width` at work; the first error stops the start of further items and is thrown. */
export async function inParallel<Item, Value>(
  items: readonly Item[],
  width: number,
  work: (item: Item, index: number) => Promise<Value>,
): Promise<Value[]> {
  const values = new Array<Value>(items.length);
  const queue = items.entries();
  const take = async () => {
    for (const [index, item] of queue) values[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, take));
  return values;
}

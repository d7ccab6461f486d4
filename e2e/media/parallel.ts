// Runs in Node, in tests, benches and the demo: does a few things at once, in order of the list.

/** Runs `work` for each item, at most `width` at a time; answers the results in the items' order. */
export async function parallel<T, U>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<U>,
): Promise<U[]> {
  const results: U[] = [];
  let next = 0;
  const line = async () => {
    for (let i = next++; i < items.length; i = next++) results[i] = await work(items[i] as T);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, line));
  return results;
}

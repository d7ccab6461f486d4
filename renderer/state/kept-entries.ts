// Renderer: values by name that a window keeps as text from one run to the next, the one that was set last at the end.

/** What was kept of them; nothing of a text that was cut short, and none whose value is not one. */
export function readEntries<T>(text: string | null, isValue: (value: unknown) => value is T): Map<string, T> {
  try {
    const saved: unknown = JSON.parse(text ?? '[]');
    if (!Array.isArray(saved)) return new Map();
    const entries = saved.filter((entry): entry is [string, T] => {
      const [name, value] = Array.isArray(entry) ? (entry as unknown[]) : [];
      return typeof name === 'string' && isValue(value);
    });
    return new Map(entries);
  } catch {
    // Everything begins as at a first start.
    return new Map();
  }
}

/** The text to keep; of more than `most` those that were set longest ago are let go. */
export function keepEntries(entries: Map<string, unknown>, most: number): string {
  for (const oldest of entries.keys()) {
    if (entries.size <= most) break;
    entries.delete(oldest);
  }
  return JSON.stringify([...entries]);
}

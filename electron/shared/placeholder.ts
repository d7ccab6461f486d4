// Shared by worker, main and window: the tiny picture that fills a tile until its thumbnail is there.
// Fields of one colour each, row by row, two bytes per colour (5 bits red, 6 green, 5 blue, high byte first).

export const PLACEHOLDER = { columns: 4, rows: 3, bytes: 24 } as const;

/** Writes the colour of a field; red, green and blue from 0 to 255. */
export function packColor(packed: Uint8Array, field: number, red: number, green: number, blue: number): void {
  const color = (part(red, 31) << 11) | (part(green, 63) << 5) | part(blue, 31);
  packed[field * 2] = color >> 8;
  packed[field * 2 + 1] = color & 0xff;
}

/** The colour of a field; red, green and blue from 0 to 255. */
export function unpackColor(packed: Uint8Array, field: number): readonly [number, number, number] {
  const color = ((packed[field * 2] ?? 0) << 8) | (packed[field * 2 + 1] ?? 0);
  const whole = (value: number, most: number) => Math.round((value * 255) / most);
  return [whole(color >> 11, 31), whole((color >> 5) & 63, 63), whole(color & 31, 31)];
}

function part(value: number, most: number): number {
  return Math.round((Math.min(255, Math.max(0, value)) * most) / 255);
}

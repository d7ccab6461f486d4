// Runs in a thumbnail worker: animated AVIF, of which the still picture is shown.

/**
 * A file with both a sequence and a still picture may name the sequence first; the decoder then looks for no still picture. Here that is
 * named first: in `bytes` themselves, which are answered.
 */
export function asStill(bytes: Buffer): Buffer {
  if (bytes.length < 16 || bytes.toString('latin1', 4, 12) !== 'ftypavis') return bytes;
  const end = Math.min(bytes.length, bytes.readUInt32BE(0));
  for (let at = 16; at + 4 <= end; at += 4) {
    if (bytes.toString('latin1', at, at + 4) === 'avif') bytes.write('avif', 8, 'latin1');
  }
  return bytes;
}

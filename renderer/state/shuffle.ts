// Renderer: the shuffled order. It follows from a seed and the files' paths alone, so that it is the same after a
// restart, and a new file only comes between others.

/**
 * A whole number from 0 to 2^32 - 1 that says where a path comes: another one for each seed, spread evenly. FNV-1a,
 * and the last step of MurmurHash3 because alone it leaves names that follow each other close together.
 */
export function shuffled(seed: number, path: string): number {
  let hash = 0x811c9dc5 ^ Math.imul(seed, 0x9e3779b1);
  for (let i = 0; i < path.length; i++) hash = Math.imul(hash ^ path.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

// Tests of the keys of the caches.

import { describe, expect, it } from 'vitest';
import { directoryKey, metadataKey } from './cache-keys.js';

describe('cache keys', () => {
  it('are a prefix, the MD5 of the path, and for folders the dimensions flag', () => {
    expect(directoryKey('/photos', true)).toBe('dir:69916402596edbef3e433e98fee50966_with_dims');
    expect(directoryKey('/photos', false)).toBe('dir:69916402596edbef3e433e98fee50966_no_dims');
    expect(metadataKey('/photos')).toBe('file:69916402596edbef3e433e98fee50966');
  });

  it('tell paths with odd characters apart', () => {
    const keys = ['/a', '/a ', '/A', '/ä', '/a\u0308', '/a\udcfe', '/a\udcff'].map((path) =>
      directoryKey(path, true),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

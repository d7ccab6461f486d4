// Tests of the keys of the caches.

import { describe, expect, it } from 'vitest';
import { directoryKey, metadataKey } from './cache-keys.js';

describe('cache keys', () => {
  it('are a prefix, the MD5 of the path, and for folders the dimensions flag', () => {
    expect(directoryKey('/photos', true)).toBe('scan:69916402596edbef3e433e98fee50966:dims');
    expect(directoryKey('/photos', false)).toBe('scan:69916402596edbef3e433e98fee50966:nodims');
    expect(metadataKey('/photos')).toBe('meta:69916402596edbef3e433e98fee50966');
  });

  it('tell paths with odd characters apart', () => {
    const keys = ['/a', '/a ', '/A', '/ä', '/a\u0308', '/a\udcfe', '/a\udcff'].map((path) =>
      directoryKey(path, true),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });
});

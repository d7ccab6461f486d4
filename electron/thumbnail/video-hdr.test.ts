import { describe, expect, it } from 'vitest';
import { workshop } from './testing.js';

const files = workshop();

const DEEP = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p10le'];
const PRIMARIES = ['-color_primaries', 'bt2020'];
const MATRIX = ['-colorspace', 'bt2020nc'];

/** A second of one colour behind a grid. */
function film(name: string, transfer: string, ...named: readonly string[]): Promise<string> {
  const source = 'color=0x904030:d=1:s=320x180:r=10,drawgrid=w=40:h=40:c=white:t=4';
  return files.film(name, '-f', 'lavfi', '-i', source, ...DEEP, '-color_trc', transfer, ...named);
}

describe('videos of a high dynamic range', () => {
  it.each(['mp4', 'mkv'])(
    'maps high dynamic range, and only that, to a common screen: %s',
    async (extension) => {
      const light = async (value: number, transfer: string) => {
        const gray = value.toString(16).repeat(3);
        const source = `color=0x${gray}:d=1:s=320x180:r=10,drawgrid=w=40:h=40:c=white:t=4`;
        const named = [
          ...['-x264-params', `colorprim=bt2020:transfer=${transfer}:colormatrix=bt2020nc`],
          ...['-color_primaries', 'bt2020', '-color_trc', transfer, '-colorspace', 'bt2020nc'],
        ];
        const name = `${transfer}-${gray}.${extension}`;
        const path = await files.film(name, '-f', 'lavfi', '-i', source, ...DEEP, ...named);
        return (await files.make(path, 'video')).at(0.52, 0.53)[0] ?? 0;
      };
      // A wide gamut alone changes no brightness.
      expect(Math.abs((await light(0x50, 'bt709')) - 0x50)).toBeLessThan(10);
      // In PQ the same number is a dark shade, of 14 nits.
      expect(await light(0x50, 'smpte2084')).toBeLessThan((await light(0x50, 'bt709')) - 8);
      expect(await light(0x90, 'smpte2084')).toBeGreaterThan((await light(0x90, 'bt709')) + 8);
    },
  );

  it.each([
    ['smpte2084', 'mp4'],
    ['arib-std-b67', 'mkv'],
  ])(
    'maps high dynamic range also where not all of its colours are named: %s, %s',
    async (transfer, extension) => {
      const colour = async (...named: readonly string[]) => {
        const name = `${named.length}-${named[0] ?? ''}.${extension}`;
        return (await files.make(await film(name, transfer, ...named), 'video')).at(0.52, 0.53);
      };
      const whole = await colour(...PRIMARIES, ...MATRIX);
      for (const named of [[], PRIMARIES, MATRIX]) {
        const seen = await colour(...named);
        seen.forEach((value, i) => expect(Math.abs(value - whole[i]!), named.join()).toBeLessThan(4));
      }
    },
  );

  it.each(['mp4', 'mkv'])(
    'shows high dynamic range as it is where it cannot be mapped: %s',
    async (extension) => {
      // A matrix of which the mapping knows no way.
      const path = await film(`strange.${extension}`, 'smpte2084', ...PRIMARIES, '-colorspace', 'smpte2085');
      expect(await files.make(path, 'video')).toMatchObject({ width: 320, height: 180, warning: null });
    },
  );
});

// Runs in Node, in tests, benches and the demo: HEIC photos as phones write them. ffmpeg's libx265 makes
// the one HEVC frame; the file around it is written here (ISO/IEC 23008-12, and 14496-12 for the boxes).

import { box, fullBox, text, u16, u32, u8 } from './boxes.js';
import type { Orientation } from './exif.js';
import { ffmpeg, hasEncoder } from './ffmpeg.js';
import { hevcConfiguration, splitAnnexB } from './hevc.js';
import type { Pixels } from './pixels.js';

let possible: Promise<boolean> | undefined;

/** Whether the ffmpeg at hand can encode HEVC. */
export function canMakeHeic(): Promise<boolean> {
  possible ??= hasEncoder('libx265');
  return possible;
}

/** Quarter turns against the clock that `irot` asks for; mirrored orientations are not offered. */
const TURNS: Partial<Record<Orientation, number>> = { 1: 0, 8: 1, 3: 2, 6: 3 };

/**
 * A HEIC file. With an orientation other than 1 the frame is stored turned and an `irot` property turns
 * it back, as phones do; `upright` is how it must look in the end.
 */
export async function encodeHeic(upright: Pixels, orientation: Orientation = 1): Promise<Buffer> {
  const turns = TURNS[orientation];
  if (turns === undefined)
    throw new Error(`HEIC is made in orientations 1, 3, 6 and 8 only, not ${orientation}`);
  const { width, height, data } = upright;
  const sideways = turns % 2 === 1;
  const stored = sideways ? { width: height, height: width } : { width, height };
  const turn = ['', 'transpose=clock,', 'hflip,vflip,', 'transpose=cclock,'][turns] ?? '';
  const stream = await ffmpeg(
    [
      ...['-f', 'rawvideo', '-pixel_format', 'rgb24', '-video_size', `${width}x${height}`, '-i', 'pipe:0'],
      ...['-vf', `${turn}scale=out_color_matrix=bt601:out_range=full,format=yuv420p`],
      ...['-frames:v', '1', '-c:v', 'libx265', '-preset', 'ultrafast', '-crf', '24', '-threads', '2'],
      ...['-x265-params', 'log-level=error:info=0:range=full:pools=2', '-f', 'hevc', 'pipe:1'],
    ],
    data,
  );
  return wrap(stream, stored.width, stored.height, turns);
}

function wrap(stream: Buffer, width: number, height: number, turns: number): Buffer {
  const units = splitAnnexB(stream);
  const picture = Buffer.concat(
    units.filter(({ type }) => type < 32).map(({ bytes }) => Buffer.concat([u32(bytes.length), bytes])),
  );
  const properties = [
    box('hvcC', hevcConfiguration(units)),
    fullBox('ispe', 0, 0, u32(width), u32(height)),
    // Colours as ffmpeg was told above: BT.709 primaries, sRGB curve, BT.601 matrix, full range.
    box('colr', text('nclx'), u16(1), u16(13), u16(6), u8(0x80)),
    ...(turns > 0 ? [box('irot', u8(turns))] : []),
  ];
  // The configuration and the rotation must be understood by whoever decodes (high bit); the rest is advice.
  const links = properties.map((_, i) => u8((i === 0 || i === 3 ? 0x80 : 0) | (i + 1)));
  const build = (offset: number) =>
    fullBox(
      'meta',
      0,
      0,
      fullBox('hdlr', 0, 0, u32(0), text('pict'), u32(0), u32(0), u32(0), u8(0)),
      fullBox('pitm', 0, 0, u16(1)),
      fullBox(
        'iloc',
        0,
        0,
        u8(0x44),
        u8(0),
        u16(1),
        u16(1),
        u16(0),
        u16(1),
        u32(offset),
        u32(picture.length),
      ),
      fullBox('iinf', 0, 0, u16(1), fullBox('infe', 2, 0, u16(1), u16(0), text('hvc1'), u8(0))),
      box(
        'iprp',
        box('ipco', ...properties),
        fullBox('ipma', 0, 0, u32(1), u16(1), u8(links.length), ...links),
      ),
    );
  const type = box('ftyp', text('heic'), u32(0), text('mif1'), text('heic'));
  const start = type.length + build(0).length + 8;
  return Buffer.concat([type, build(start), box('mdat', picture)]);
}

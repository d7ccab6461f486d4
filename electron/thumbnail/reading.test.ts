import { describe, expect, it } from 'vitest';
import { AppError } from '../shared/result.js';
import { isDecoderCrash, pictureError, readError, videoError, writeError } from './errors.js';
import { assumedColours, frameArguments, isOldFfmpeg } from './ffmpeg-arguments.js';
import { readFacts } from '../node/ffmpeg-says.js';
import { isBlank, readFrame } from './frame.js';
import { nativeBuildInElectron } from './sharp.js';
import { sniff } from './sniff.js';

describe('sniff', () => {
  it.each([
    ['\xff\xd8\xff\xe1', 'jpeg'],
    ['\x89PNG\r\n\x1a\n', 'png'],
    ['GIF89a', 'gif'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
    ['RIFF\x10\0\0\0AVI LIST', 'video'],
    ['II*\0', 'tiff'],
    ['MM\0*', 'tiff'],
    ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'heif'],
    ['\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf', 'avif'],
    ['\0\0\0\x18ftypisom\0\0\0\0isomiso2', 'video'],
    ['\0\0\0\x14ftypqt  \0\0\0\0qt  ', 'video'],
    ['\x1a\x45\xdf\xa3', 'video'],
    ['<svg xmlns="x">', 'svg'],
    ['\xef\xbb\xbf<?xml version="1.0"?>\n<!DOCTYPE svg>\n<svg >', 'svg'],
    ['<html><svg></svg></html>', 'unknown'],
    ['BMW is a car, which is a longer sentence.', 'unknown'],
    ['hello', 'unknown'],
    ['', 'empty'],
  ])('recognises %j as %s', (head, content) => {
    expect(sniff(Buffer.from(head, 'latin1'))).toBe(content);
  });
});

describe('errors', () => {
  const picture = (message: string) => pictureError(new Error(message)).message;
  const code = (name: string) => Object.assign(new Error(name), { code: name });

  it('translates what decoders say', () => {
    expect(picture('Input image exceeds pixel limit')).toBe('The picture has too many pixels.');
    expect(picture('Input buffer contains unsupported image format')).toBe('The picture is damaged.');
    expect(picture('VipsJpeg: premature end of JPEG image')).toBe('The picture is damaged.');
    expect(picture('heif: Support for this compression format has not been built in')).toBe(
      'This kind of picture cannot be read.',
    );
    expect(picture('timeout: 42% complete')).toBe('It took too long to read this picture.');
    const known = new AppError('damaged', 'Known.');
    expect(pictureError(known)).toBe(known);
  });

  it.each([
    ['Input buffer has corrupt header: VipsJpeg: Bogus DQT index 9\nVipsJpeg: Bogus', 'damaged'],
    ['gifload_buffer: Invalid frame data', 'damaged'],
    ['source: bad seek to 48\nheif: Invalid input: Unexpected end of file', 'damaged'],
    ['The value of "offset" is out of range. It must be >= 0', 'damaged'],
    ['heif: Unsupported feature: Unsupported data version', 'unsupported'],
    ['VipsJpeg: Unsupported JPEG process: SOF type 0xc3', 'unsupported'],
    ['heif: Security limit exceeded: Image size 60000x60000 exceeds the maximum', 'unsupported'],
    ['heif: Security limit exceeded: ipma box wants to define 9 items', 'damaged'],
    ['Array buffer allocation failed', 'memory'],
    ['tiff2vips: ZSTD compression support is not configured', 'unsupported'],
  ])('takes %j for %s', (message, kind) => {
    expect(pictureError(new Error(message)).code).toBe(kind);
  });

  it('does not call damaged what nobody knows', () => {
    expect(pictureError(new Error('Something new.\nAnd more'))).toMatchObject({
      code: 'internal',
      message: 'This picture could not be read: Something new.',
    });
    expect(pictureError(new TypeError('x is not a function')).code).toBe('internal');
    expect(pictureError(new RangeError('Invalid typed array length: -1')).code).toBe('internal');
    expect(pictureError('').message).toBe('This picture could not be read: no reason was given.');
    expect(videoError('Duration: 1\nSomething new happened')).toMatchObject({
      code: 'internal',
      message: 'This video could not be read: Something new happened.',
    });
    expect(readError(new TypeError('x is not a function'))).toMatchObject({
      code: 'internal',
      message: 'The file could not be read: x is not a function.',
    });
  });

  it('tells a disk that fails from a picture that is damaged', () => {
    expect(pictureError(code('EIO'))).toMatchObject({
      code: 'unreadable',
      message: 'The disk could not read this file.',
    });
    expect(pictureError(code('ESTALE')).code).toBe('offline');
  });

  it('knows when a decoder is beyond use, and when ffmpeg was ended', () => {
    const stopped = Object.assign(new Error('unreachable'), { name: 'RuntimeError' });
    const failure = pictureError(stopped);
    expect(failure).toMatchObject({
      code: 'internal',
      message: 'The decoder failed on this picture (unreachable).',
    });
    expect([isDecoderCrash(failure), isDecoderCrash(new Error('x', { cause: 'y' }))]).toEqual([true, false]);
    expect(videoError('Invalid data', 'SIGXCPU').code).toBe('timeout');
    expect(videoError('Invalid data', 'SIGSEGV')).toMatchObject({
      code: 'internal',
      message: 'ffmpeg ended unexpectedly (SIGSEGV) on this video.',
    });
  });

  it('translates what ffmpeg says', () => {
    expect(videoError("Stream map '0:V:0' matches no streams.").message).toBe(
      'There is no picture in this video.',
    );
    expect(videoError('moov atom not found\nInvalid data found when processing input').message).toBe(
      'The video is not complete.',
    );
    expect(videoError('x264: Cannot allocate memory').code).toBe('memory');
    expect(videoError("[hls] Format not on whitelist 'mov'").message).toBe('This file is not a video.');
    for (const text of [
      'Invalid data found when processing input',
      'Cannot determine format of input stream 0:0 after EOF\nConversion failed!',
      'could not find codec parameters',
      'Output file is empty, nothing was encoded',
    ]) {
      expect(videoError(text)).toMatchObject({ code: 'damaged', message: 'The video is damaged.' });
    }
  });

  it('tells reading from writing', () => {
    expect(readError(code('EACCES'))).toMatchObject({ code: 'unreadable' });
    expect(readError(code('ESTALE'))).toMatchObject({ code: 'offline' });
    expect(readError(code('EXYZ')).message).toBe('The file cannot be read (EXYZ).');
    expect(writeError(code('ENOSPC'))).toMatchObject({
      code: 'internal',
      message: 'The thumbnail could not be saved: the disk is full.',
    });
  });
});

describe('readFacts', () => {
  const stream = (rest: string) =>
    `Input #0, avi, from 'x':\n  Duration: 01:02:03.50, start: 0.0\n  Stream #0:0(und): Video: ${rest}\n`;

  it('reads duration and size of the input, not of the output', () => {
    const output = 'Output #0, image2pipe\n  Stream #0:0: Video: ppm, rgb24, 100x56, 25 fps\n';
    const text =
      stream(
        'mpeg4 (FMP4 / 0x34504D46), yuv420p(tv, bt709/unknown/unknown), 1280x720 [SAR 1:1 DAR 16:9], 25 fps',
      ) + output;
    expect(readFacts(text)).toEqual({ duration: 3723.5, width: 1280, height: 720, hdr: false });
    expect(readFacts(output)).toEqual({ duration: 0, width: 0, height: 0, hdr: false });
  });

  it('applies rotation and pixel shape', () => {
    const turned =
      stream('h264, yuv420p, 1280x720, 25 fps') +
      '    Side data:\n      displaymatrix: rotation of -90.00 degrees\n';
    expect(readFacts(turned)).toMatchObject({ width: 720, height: 1280 });
    const otherStream =
      stream('h264, yuv420p, 1280x720, 25 fps') +
      '  Stream #0:1: Video: mjpeg, 10x20\n      displaymatrix: rotation of 90.00 degrees\n';
    expect(readFacts(otherStream)).toMatchObject({ width: 1280, height: 720 });
    expect(readFacts(stream('dvvideo, yuv420p, 720x576 [SAR 64:45 DAR 16:9], 25 fps'))).toMatchObject({
      width: 1024,
      height: 576,
    });
  });

  it('reads the film, not a cover that stands before it', () => {
    const film = 'Stream #0:1: Video: h264, yuv420p, 640x360, 25 fps\n';
    const both = stream('mjpeg, yuvj444p(pc), 300x300, 90k tbr (attached pic)') + film;
    expect(readFacts(both)).toMatchObject({ width: 640, height: 360 });
    expect(readFacts(both.replace(film, ''))).toMatchObject({ width: 300, height: 300 });
  });

  it('notices high dynamic range', () => {
    expect(readFacts(stream('hevc, yuv420p10le(tv, bt2020nc/bt2020/smpte2084), 3840x2160, 24 fps')).hdr).toBe(
      true,
    );
  });
});

describe('assumedColours', () => {
  it.each([
    ['bt2020nc/bt2020/smpte2084', ''],
    ['unknown/unknown/smpte2084', 'setparams=color_primaries=bt2020:colorspace=bt2020nc'],
    ['unknown/bt2020/arib-std-b67', 'setparams=colorspace=bt2020nc'],
    ['bt2020nc/unknown/arib-std-b67', 'setparams=color_primaries=bt2020'],
    ['unknown/unknown/bt709', ''],
  ])('names what is missing in %s', (colours, filter) => {
    expect(
      assumedColours(`  Stream #0:0: Video: hevc, yuv420p10le(tv, ${colours}, progressive), 320x180`),
    ).toBe(filter);
  });
});

describe('frameArguments', () => {
  const command = {
    file: '/a -b.mp4',
    longestSide: 480,
    wish: { seconds: 12.3456, accurate: false, hdr: false },
    oldFfmpeg: false,
    cpuSeconds: 30,
  };

  it('seeks before the input, one frame, one thread, files only', () => {
    const args = frameArguments(command);
    expect(args.join(' ')).toContain('-threads 1 -noaccurate_seek -ss 12.346 -i file:/a -b.mp4 -map 0:V:0');
    expect(args[args.indexOf('-protocol_whitelist') + 1]).toBe('file');
    expect(args[args.indexOf('-probesize') + 1]).toBe('5000000');
    expect(args[args.indexOf('-frames:v') + 1]).toBe('1');
    expect(args).toContain('-nostdin');
    // The filters would take one for each processor.
    expect(args[args.indexOf('-filter_threads') + 1]).toBe('1');
  });

  it.skipIf(process.platform === 'win32')('ends by itself when nobody is left to end it', () => {
    const args = frameArguments(command);
    expect(args[args.indexOf('-timelimit') + 1]).toBe('30');
    // Of the program, not of a file: it stands before the first.
    expect(args.indexOf('-timelimit')).toBeLessThan(args.indexOf('-i'));
  });

  it('does without what old versions lack', () => {
    expect(frameArguments(command)).toContain('-fps_mode');
    expect(frameArguments({ ...command, oldFfmpeg: true })).toContain('-vsync');
    expect(
      isOldFfmpeg("Unrecognized option 'fps_mode'.\nError splitting the argument list: Option not found"),
    ).toBe(true);
    expect(isOldFfmpeg('Invalid data found')).toBe(false);
  });

  it('is exact only when asked, and does not seek to the start', () => {
    expect(frameArguments({ ...command, wish: { ...command.wish, accurate: true } })).not.toContain(
      '-noaccurate_seek',
    );
    expect(frameArguments({ ...command, wish: { ...command.wish, seconds: 0 } })).not.toContain('-ss');
  });
});

describe('readFrame', () => {
  const ppm = (data: Uint8Array) => Buffer.concat([Buffer.from('P6\n10 10\n255\n'), data]);

  it('reads a whole frame only', () => {
    expect(readFrame(ppm(Buffer.alloc(300, 100)))).toMatchObject({
      width: 10,
      height: 10,
      mean: expect.closeTo(100) as number,
      spread: expect.closeTo(0, 3) as number,
    });
    expect(readFrame(ppm(Buffer.alloc(299)))).toBeNull();
    expect(readFrame(Buffer.from('P5\n10 10\n255\n'))).toBeNull();
    expect(readFrame(Buffer.alloc(0))).toBeNull();
  });

  it('knows black and single colours from pictures', () => {
    const blank = (data: Uint8Array) => isBlank(readFrame(ppm(data))!);
    expect(blank(Buffer.alloc(300, 0))).toBe(true);
    expect(blank(Buffer.alloc(300, 255))).toBe(true);
    expect(blank(Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 7) % 256)))).toBe(false);
  });
});

describe('nativeBuildInElectron', () => {
  const installed = (name: string) => name === '@img/sharp-linux-x64/sharp.node';

  it('refuses the native build in Electron on Linux only', () => {
    expect(nativeBuildInElectron('linux', 'x64', '33.2.1', installed)).toMatch(
      /must not run inside Electron/,
    );
    expect(nativeBuildInElectron('linux', 'x64', '33.2.1', () => false)).toBeNull();
    expect(nativeBuildInElectron('linux', 'x64', undefined, installed)).toBeNull();
    expect(nativeBuildInElectron('darwin', 'arm64', '33.2.1', () => true)).toBeNull();
  });
});

// Runs in Node, in tests, benches and the demo: finds and runs the ffmpeg that makes test videos.

import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';

const HOW =
  'No working ffmpeg was found. Install it (Debian and Ubuntu: apt-get install ffmpeg), or set HOME_GALLERY_FFMPEG to its path.';

let found: Promise<string> | undefined;

/** Path of a working ffmpeg: HOME_GALLERY_FFMPEG, the package ffmpeg-static, the system's. Rejects with a hint when there is none. */
export function findFfmpeg(): Promise<string> {
  found ??= search();
  return found;
}

async function search(): Promise<string> {
  const tried: string[] = [];
  for (const path of [process.env['HOME_GALLERY_FFMPEG'], packaged(), 'ffmpeg']) {
    if (!path) continue;
    try {
      await run(path, ['-hide_banner', '-version']);
      return path;
    } catch (error) {
      tried.push(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  throw new Error(`${HOW}\nTried: ${tried.join('; ')}`);
}

function packaged(): string | undefined {
  try {
    const path: unknown = createRequire(import.meta.url)('ffmpeg-static');
    return typeof path === 'string' ? path : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined;
    throw error;
  }
}

/** Whether the ffmpeg at hand has an encoder, by its name. */
export async function hasEncoder(name: string): Promise<boolean> {
  const list = await run(await findFfmpeg(), ['-hide_banner', '-encoders']);
  return new RegExp(`^ [A-Z.]{6} ${name} `, 'm').test(list.toString('latin1'));
}

/** Runs ffmpeg with quiet, repeatable settings; answers what it wrote to its standard output. */
export async function ffmpeg(args: readonly string[], input?: Uint8Array): Promise<Buffer> {
  return run(await findFfmpeg(), ['-hide_banner', '-loglevel', 'error', '-nostdin', '-y', ...args], input);
}

function run(command: string, args: readonly string[], input?: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      command,
      args.filter((arg) => !(input && arg === '-nostdin')),
      {
        stdio: ['pipe', 'pipe', 'pipe'],
        windowsHide: true,
      },
    );
    const output: Buffer[] = [];
    let complaint = '';
    child.stdout.on('data', (part: Buffer) => output.push(part));
    child.stderr.on('data', (part: Buffer) => (complaint = (complaint + part.toString('utf8')).slice(-2000)));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output));
      else reject(new Error(`ffmpeg ended with ${code}: ${complaint.trim()}`));
    });
    // A child that ends early closes its input; its exit code tells the story.
    child.stdin.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') reject(error);
    });
    child.stdin.end(input);
  });
}

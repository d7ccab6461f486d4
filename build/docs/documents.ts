// Runs in tests: finds what the documents name that does not exist: flags, variables, commands, files.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { COMMANDS } from '../../electron/main/options/commands.js';
import { DEVELOPER_VARIABLES, GONE_FLAGS, OPTION_NAMES, OPTIONS } from '../../electron/shared/options.js';

const ROOT = join(import.meta.dirname, '../..');
/** Folders of the repository that people write in; what tools make is no part of it. */
const ROOMS = ['.github', 'bench', 'build', 'docs', 'e2e', 'electron', 'renderer'];
const IN_A_ROOM = new RegExp(`^(${ROOMS.map(escape).join('|')})/`);
const GIT = [
  'add',
  'checkout',
  'clone',
  'commit',
  'diff',
  'init',
  'log',
  'pull',
  'push',
  'status',
  'switch',
  'tag',
];

/** A document: its path from the repository's folder, and its text. */
export interface Document {
  readonly path: string;
  readonly text: string;
}

export function documents(): readonly Document[] {
  const names = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...names.map((name) => `docs/${name}`)].map((path) => ({
    path,
    text: readFileSync(join(ROOT, path), 'utf8'),
  }));
}

/** What may be named, made from the code once. */
export class Repository {
  private readonly files = [
    ...readdirSync(ROOT, { withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : [])),
    ...ROOMS.flatMap((room) => filesIn(room)),
  ];
  /** All of our code, to look for names in it. */
  private readonly code = this.files
    .filter(
      (file) =>
        /^(build|electron|e2e|bench)\/.*\.(ts|mjs)$/.test(file) &&
        !/\.(test|spec)\.ts$|^build\/docs\//.test(file),
    )
    .map((file) => readFileSync(join(ROOT, file), 'utf8'))
    .join('\n');
  private readonly scripts = (
    JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
  ).scripts;
  private readonly flags = new Set([
    ...OPTION_NAMES.flatMap((name) => {
      const { flag, type } = OPTIONS[name];
      if (flag === null) return [];
      return type.kind === 'switch' ? [flag, flag.replace(/^no-/, '')] : [flag];
    }),
    ...Object.keys(GONE_FLAGS),
    ...['help', 'version', 'json'],
  ]);
  private readonly variables = new Set<string>(OPTION_NAMES.flatMap((name) => OPTIONS[name].variable ?? []));
  private readonly ofDevelopers = new Set<string>(
    Object.values(DEVELOPER_VARIABLES).map(({ variable }) => variable),
  );

  /** What is wrong with a document, a line for each. */
  complaintsAbout({ path, text }: Document): readonly string[] {
    const named = [...spans(text)];
    const wrong = [
      ...named.flatMap((span) => this.wrongFlags(span)),
      ...this.wrongVariables(text),
      ...named.flatMap((span) => this.wrongCommands(span)),
      ...named
        .flatMap((span) => span.split(/\s+/).map((word) => word.replaceAll(/^['"(]+|['",;:)]+$/g, '')))
        .filter((word) => this.isMissingFile(word))
        .map((word) => `file ${word}`),
      ...wrongLinks(path, text).map((link) => `link ${link}`),
    ];
    return [...new Set(wrong)].map((what) => `${path}: there is no ${what}`);
  }

  /** Flags of other programs stand beside their names; flags of Chromium and of our scripts are in the code. */
  private wrongFlags(span: string): readonly string[] {
    if (/^(npx|xvfb-run|find|npm install|sha256sum|gh) /.test(span)) return [];
    return [...span.matchAll(/(?:^|\s)--([a-z][a-z-]*)/g)]
      .map(([, flag]) => flag!)
      .filter(
        (flag) => !this.flags.has(flag) && !new RegExp(`'--${flag}'|\\b${flag}: \\{ type:`).test(this.code),
      )
      .map((flag) => `flag --${flag}`);
  }

  private wrongVariables(text: string): readonly string[] {
    return [...text.matchAll(/\b(PY_)?HOME_GALLERY_([A-Z_]+)|`_([A-Z_]+)`/g)]
      .map(([whole, py, long, short]) => ({ whole, py, name: (long ?? short)! }))
      .filter(({ py, name }) => {
        if (this.variables.has(name)) return false;
        return (
          py !== undefined || (!this.ofDevelopers.has(name) && !this.code.includes(`HOME_GALLERY_${name}'`))
        );
      })
      .map(({ whole }) => `variable ${whole}`);
  }

  private wrongCommands(span: string): readonly string[] {
    const ours = [
      ...span.matchAll(
        /^(?:(?:\S+ )?\S*home-gallery|\S+\.AppImage|".*\/MacOS\/Home Gallery") ([a-z]+)\b(?!\/)/gm,
      ),
    ]
      .filter(([, name]) => !Object.hasOwn(COMMANDS, name!))
      .map(([, name]) => `command home-gallery ${name}`);
    const npm = [...span.matchAll(/\bnpm (?:run )?([a-z]+)/g)]
      .filter(([, name]) => !Object.hasOwn(this.scripts, name!) && !['install', 'ci'].includes(name!))
      .map(([whole]) => `command ${whole}`);
    const git = [...span.matchAll(/^git ([a-z-]+)/gm)]
      .filter(([, name]) => !GIT.includes(name!))
      .map(([whole]) => `command ${whole}`);
    return [...ours, ...npm, ...git];
  }

  /**
   * A file may be named from any folder on (`state/items.ts`), `electron/shared/texts/en/*.ts` needs one that fits; one
   * that the app or a script makes (`index.db`) must stand in the code.
   */
  private isMissingFile(span: string): boolean {
    if (!/^[\w@.*/-]+$/.test(span)) return false;
    const isNamed = /(\/|\.(tsx?|mjs|js|json|db|md|css|html|log|index|ya?ml|webp|png|svg|sh))$/.test(span);
    if (!isNamed && !IN_A_ROOM.test(span)) return false;
    const pattern = span.split('*').map(escape).join('[^/]*');
    // Tests and folders are also named without their ending.
    const end = span.endsWith('/') ? '' : isNamed ? '$' : '([./]|$)';
    const fits = new RegExp(`(^|/)${pattern}${end}`);
    if (this.files.some((file) => fits.test(file))) return false;
    const last = span.replace(/\/$/, '').split('/').pop()!;
    // What a script names by its parts: `bench/results/PART.json`.
    if (/^[A-Z]+\./.test(last)) return this.isMissingFile(span.slice(0, -last.length));
    return !new RegExp(`[\`'"/]${escape(last)}[\`'"/]`).test(this.code);
  }
}

function filesIn(room: string): readonly string[] {
  return readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) =>
      join(one.parentPath, one.name)
        .slice(ROOT.length + 1)
        .replaceAll('\\', '/'),
    );
}

/** Inline code, and the lines of blocks of commands. */
function* spans(text: string): Generator<string> {
  const blocks = /^```(\w*)\n(.*?)^```/gms;
  for (const [, language, body] of text.matchAll(blocks)) {
    if (language !== 'sh') continue;
    for (const line of body!.split('\n')) yield line.replace(/\s+#.*/, '').trim();
  }
  for (const [, span] of text.replaceAll(blocks, '').matchAll(/`([^`]+)`/g))
    yield span!.replaceAll('\n', ' ');
}

/** Links to files, and to headings in them, that lead nowhere. */
function wrongLinks(from: string, text: string): readonly string[] {
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link!);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [file = '', heading] = link.split('#');
    const target = join(ROOT, file === '' ? from : join(dirname(from), file));
    if (!existsSync(target)) return true;
    return heading !== undefined && !headingsOf(readFileSync(target, 'utf8')).includes(heading);
  });
}

const headingsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, '')
      .replaceAll(/\s/g, '-'),
  );

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

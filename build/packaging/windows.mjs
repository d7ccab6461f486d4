// @ts-check
// Runs in the build scripts: what the Windows installer does besides copying files: "Open with" for folders and media,
// `home-gallery` on the PATH, and a word about what stays when it is uninstalled. Everything for one user, nothing taken
// from other programs: the app is offered beside what opens a file now, never in its place.

import { MEDIA_TYPES } from './media-types.mjs';

const PROGRAM = 'home-gallery.exe';
const CLASSES = 'Software\\Classes';
const APPLICATION = `${CLASSES}\\Applications\\${PROGRAM}`;
const PROG_ID = 'HomeGallery.Media';
const CAPABILITIES = 'Software\\Home Gallery\\Capabilities';
const VERB = 'HomeGallery';
/** What a folder's menu hangs on: a folder, the ground of an open one, a drive. */
const FOLDER_MENUS = ['Directory', 'Directory\\Background', 'Drive'];

/** Where the app keeps what belongs to a person, on Windows. */
export const WINDOWS_USER_DATA = '$APPDATA\\Home Gallery';

/** What a person reads, as the app itself in English and German; between quotes of NSIS, in which `$\\r$\\n` is a new line. */
const WORDS = {
  en: {
    type: 'Photo or video',
    open: 'Open in Home Gallery',
    left: `Your settings, favourites and thumbnails were left in ${WINDOWS_USER_DATA}.`,
    removed: `Home Gallery was removed. Your settings, favourites and thumbnails were left in$\\r$\\n${WINDOWS_USER_DATA}$\\r$\\nDelete that folder if you do not want them any more. No photo or video was touched.`,
  },
  de: {
    type: 'Foto oder Video',
    open: 'In Home Gallery öffnen',
    left: `Einstellungen, Favoriten und Vorschaubilder bleiben in ${WINDOWS_USER_DATA}.`,
    removed: `Home Gallery wurde entfernt. Einstellungen, Favoriten und Vorschaubilder bleiben in$\\r$\\n${WINDOWS_USER_DATA}$\\r$\\nLöschen Sie diesen Ordner, wenn Sie sie nicht mehr brauchen. Kein Foto oder Video wurde verändert.`,
  },
};
/** The number that Windows has for German. */
const GERMAN = '1031';

/**
 * Lines that are run with the words of the person's language.
 * @param {(words: typeof WORDS.en) => string} lines
 */
const inLanguage = (lines) => `  \${if} $LANGUAGE == ${GERMAN}
${lines(WORDS.de)}
  \${else}
${lines(WORDS.en)}
  \${endIf}`;

/** @param {string} key @param {string} name @param {string} value */
const write = (key, name, value) => `  WriteRegStr HKCU '${key}' '${name}' '${value}'`;

/** @param {string} argument */
const command = (argument) => `"$INSTDIR\\${PROGRAM}" "${argument}"`;

/** What prints something or has an exit code: a terminal waits for it. */
export const WAITED_FOR = ['scan', 'thumbs', 'stats', 'diagnose', '-h', '--help', '-V', '--version'];

/**
 * Lines of `home-gallery.cmd`. The window starts beside the terminal; a command holds the terminal until it has ended.
 * `shift` leaves %0 and %* as they are.
 */
export const COMMAND_FILE = [
  '@echo off',
  'setlocal',
  ':look',
  'if "%~1"=="" goto window',
  `for %%c in (${WAITED_FOR.join(' ')}) do if "%~1"=="%%c" goto command`,
  'shift /1',
  'goto look',
  ':command',
  `start "" /wait /b "%~dp0..\\${PROGRAM}" %*`,
  'exit /b %errorlevel%',
  ':window',
  `start "" "%~dp0..\\${PROGRAM}" %*`,
];

/** The file that electron-builder includes in its installer. */
export function installerScript() {
  const extensions = Object.keys(MEDIA_TYPES);
  return `; Made by build/packaging/windows.mjs.

; For the one who installs, without asking: nothing here needs more rights than that.
!macro customInstallMode
  StrCpy $isForceCurrentInstall "1"
!macroend

!macro customInstall
${write(APPLICATION, 'FriendlyAppName', 'Home Gallery')}
${write(`${APPLICATION}\\shell\\open\\command`, '', command('%1'))}
${inLanguage(({ type, open }) => [write(`${CLASSES}\\${PROG_ID}`, '', type), ...FOLDER_MENUS.map((kind) => write(folderKey(kind), '', open))].join('\n'))}
${write(`${CLASSES}\\${PROG_ID}\\DefaultIcon`, '', `$INSTDIR\\${PROGRAM},0`)}
${write(`${CLASSES}\\${PROG_ID}\\shell\\open\\command`, '', command('%1'))}
${extensions.map((ending) => offer(ending)).join('\n')}
${write(CAPABILITIES, 'ApplicationName', 'Home Gallery')}
${write('Software\\RegisteredApplications', 'Home Gallery', CAPABILITIES)}
${FOLDER_MENUS.map((kind) => folderMenu(kind)).join('\n')}
  CreateDirectory '$INSTDIR\\bin'
  FileOpen $0 '$INSTDIR\\bin\\home-gallery.cmd' w
${COMMAND_FILE.map((line) => `  FileWrite $0 '${line}$\\r$\\n'`).join('\n')}
  FileClose $0
  ${changePath('Add')}
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
!macroend

!macro customUnInstall
  \${ifNot} \${isUpdated}
${[APPLICATION, `${CLASSES}\\${PROG_ID}`, 'Software\\Home Gallery', ...FOLDER_MENUS.map(folderKey)].map(remove).join('\n')}
    DeleteRegValue HKCU 'Software\\RegisteredApplications' 'Home Gallery'
${extensions.map((ending) => `    DeleteRegValue HKCU '${CLASSES}\\.${ending}\\OpenWithProgids' '${PROG_ID}'`).join('\n')}
    ${changePath('Remove')}
    Delete '$INSTDIR\\bin\\home-gallery.cmd'
    RMDir '$INSTDIR\\bin'
    System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)'
${inLanguage(
  ({ left, removed }) => `    DetailPrint '${left}'
    \${ifNot} \${Silent}
      MessageBox MB_OK|MB_ICONINFORMATION "${removed}"
    \${endIf}`,
)}
  \${endIf}
!macroend
`;
}

/** @param {string} ending */
const offer = (ending) =>
  [
    write(`${APPLICATION}\\SupportedTypes`, `.${ending}`, ''),
    write(`${CLASSES}\\.${ending}\\OpenWithProgids`, PROG_ID, ''),
    write(`${CAPABILITIES}\\FileAssociations`, `.${ending}`, PROG_ID),
  ].join('\n');

/** @param {string} kind */
const folderKey = (kind) => `${CLASSES}\\${kind}\\shell\\${VERB}`;

/**
 * A drive is `D:\`, whose backslash would escape the quote; with a dot behind it every folder is still the same.
 * @param {string} kind
 */
const folderMenu = (kind) =>
  [
    write(folderKey(kind), 'Icon', `$INSTDIR\\${PROGRAM},0`),
    write(`${folderKey(kind)}\\command`, '', command('%V\\.')),
  ].join('\n');

/** @param {string} key */
const remove = (key) => `    DeleteRegKey HKCU '${key}'`;

/**
 * The user's PATH, by PowerShell: NSIS itself cuts long ones off. Its variables stay unexpanded.
 * @param {'Add' | 'Remove'} what
 */
function changePath(what) {
  const script = [
    '$$bin = $$env:HOME_GALLERY_BIN',
    "$$key = [Microsoft.Win32.Registry]::CurrentUser.CreateSubKey('Environment')",
    "$$old = [string]$$key.GetValue('Path', '', 'DoNotExpandEnvironmentNames')",
    "$$parts = @($$old -split ';' | Where-Object { $$_ -ne '' -and $$_ -ne $$bin })",
    ...(what === 'Add' ? ['$$parts += $$bin'] : []),
    "$$key.SetValue('Path', ($$parts -join ';'), 'ExpandString')",
    // Setting any variable this way tells running programs that the environment is another.
    "[Environment]::SetEnvironmentVariable('HomeGalleryPathChanged', $$null, 'User')",
  ].join('; ');
  const powershell = '"$SYSDIR\\WindowsPowerShell\\v1.0\\powershell.exe" -NoProfile -NonInteractive -Command';
  // By a variable: a folder's name may hold quotes.
  return `System::Call 'kernel32::SetEnvironmentVariable(t "HOME_GALLERY_BIN", t "$INSTDIR\\bin")'
    nsExec::ExecToLog \`${powershell} "${script}"\`
    Pop $0`;
}

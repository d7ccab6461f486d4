// @ts-check
// Read by ESLint: the habits of the house and its walls. build/walls.test.ts proves that each wall holds.

import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import electron from './build/lint/electron.mjs';
import house from './build/lint/rooms.mjs';

const TESTS = ['**/*.test.{ts,tsx}'];

/** No process of the app talks to a network. */
const NETWORK_MODULES = ['http', 'http2', 'https', 'net', 'dgram', 'tls', 'dns', 'undici']
  .flatMap((name) => [name, `node:${name}`, `node:${name}/promises`])
  .map((name) => ({ name, message: 'The app makes no network request.' }));
const NETWORK_GLOBALS = [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
];
const GLOBAL_OBJECTS = ['window', 'globalThis', 'self'];

/** @param {string[]} importNames @param {string} message */
const notFromElectron = (importNames, message) => ({ name: 'electron', importNames, message });
const NO_NET = notFromElectron(['net'], 'The app makes no network request.');
const NO_IPC_MAIN = notFromElectron(['ipcMain'], 'Only electron/main/ipc/handle.ts touches ipcMain.');
const NO_ELECTRON = { name: 'electron', message: 'Only main and the preload know Electron.' };
const NODE_MODULES = { regex: '^node:', message: 'This room runs without Node.' };

/**
 * What a room may not import from packages; relative imports are the business of house/rooms.
 * @param {object[]} paths
 * @param {object[]} [patterns]
 * @returns {import('eslint').Linter.RuleEntry}
 */
const noImports = (paths, patterns = []) => ['error', { paths: [...NETWORK_MODULES, ...paths], patterns }];

const NO_SEND = {
  selector: "MemberExpression[property.name='send']",
  message: 'Only electron/main/ipc/send.ts sends to windows.',
};
const NO_GALLERY = {
  selector: "MemberExpression[object.name=/^(window|globalThis|self)$/][property.name='gallery']",
  message: 'Only renderer/gallery.ts uses window.gallery.',
};
const NO_DYNAMIC_NETWORK = {
  selector:
    'ImportExpression[source.value=/^(node:)?(https?|http2|net|dgram|tls|dns|undici)$/], ' +
    "CallExpression[callee.property.name='sendBeacon']",
  message: 'The app makes no network request.',
};
/** What the table of commands calls Mod is Cmd on macOS. */
const NO_CTRL = ['Literal[value=/^Control(\\+.|$)/]', 'TemplateElement[value.raw=/^Control\\+/]'].map(
  (selector) => ({
    selector,
    message: 'Press ControlOrMeta: shortcuts are with Cmd on macOS.',
  }),
);

export default defineConfig(
  { ignores: ['dist/', 'release/', '.cache/', 'test-results/', 'node_modules/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: { project: ['build/tsconfig.lint.json'], tsconfigRootDir: import.meta.dirname },
    },
    plugins: { house: { rules: { ...house.rules, electron } } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', { max: 300 }],
      'no-eval': 'error',
      'house/rooms': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-deprecated': 'error',
      '@typescript-eslint/no-unnecessary-type-arguments': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // The promise of an event handler is looked after by the handler itself.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    files: ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    ignores: TESTS,
    rules: {
      'no-console': 'error',
      'house/electron': 'error',
      'no-restricted-globals': ['error', ...NETWORK_GLOBALS, 'gallery'],
      'no-restricted-properties': [
        'error',
        ...GLOBAL_OBJECTS.flatMap((object) => NETWORK_GLOBALS.map((property) => ({ object, property }))),
      ],
      'no-restricted-syntax': ['error', NO_DYNAMIC_NETWORK, NO_GALLERY],
    },
  },
  {
    files: ['electron/shared/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-imports': noImports([], [{ regex: '^[^.]', message: 'shared stands alone.' }]) },
  },
  {
    files: ['electron/{node,library,thumbnail}/**/*.ts'],
    ignores: TESTS,
    rules: { 'no-restricted-imports': noImports([NO_ELECTRON]) },
  },
  {
    files: ['electron/main/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-imports': noImports([NO_NET, NO_IPC_MAIN]),
      'no-restricted-syntax': ['error', NO_DYNAMIC_NETWORK, NO_SEND],
    },
  },
  { files: ['electron/main/ipc/handle.ts'], rules: { 'no-restricted-imports': noImports([NO_NET]) } },
  {
    files: ['electron/main/ipc/send.ts'],
    rules: { 'no-restricted-syntax': ['error', NO_DYNAMIC_NETWORK] },
  },
  // Looks for updates when a person asks for them. Chromium's network stays closed to it as well.
  {
    files: ['electron/main/updates/updater.ts'],
    rules: { 'no-restricted-imports': ['error', { paths: [NO_NET, NO_IPC_MAIN] }] },
  },
  {
    files: ['electron/preload/**/*.ts'],
    rules: { 'no-restricted-imports': noImports([NO_NET, NO_IPC_MAIN], [NODE_MODULES]) },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: TESTS,
    // Its own types do not yet fit those of this ESLint.
    plugins: {
      'react-hooks': /** @type {import('eslint').ESLint.Plugin} */ (/** @type {unknown} */ (reactHooks)),
    },
    languageOptions: { globals: globals.browser },
    rules: {
      'no-restricted-imports': noImports([NO_ELECTRON], [NODE_MODULES]),
      // The plugin's other rules are about what the React compiler can optimise, which is not used here.
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'react-hooks/set-state-in-render': 'error',
      'react-hooks/purity': 'error',
    },
  },
  { files: ['renderer/gallery.ts'], rules: { 'no-restricted-syntax': ['error', NO_DYNAMIC_NETWORK] } },
  {
    files: [...TESTS, 'e2e/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // Tests take methods off objects to spy on them, and build wrong values on purpose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/require-await': 'off',
    },
  },
  { files: ['e2e/**/*.ts', 'bench/**/*.ts'], rules: { 'no-restricted-syntax': ['error', ...NO_CTRL] } },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: globals.node },
    // Plain JavaScript has values without a type at its edges; the rules that suit it stay.
    rules: {
      ...tseslint.configs.disableTypeChecked.rules,
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
    },
  },
);

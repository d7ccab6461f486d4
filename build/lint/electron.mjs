// @ts-check
// Read by ESLint: the points of Electron's security checklist that can be seen in the code. What they mean for us, and what
// holds the others, is told in docs/privacy-and-security.md; build/lint/electron.test.ts proves that each is refused.

const MUST_BE = /** @type {Readonly<Record<string, boolean>>} */ ({
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
});
/** Whatever their value. */
const NEVER = new Set([
  'enableBlinkFeatures',
  'allowpopups',
  'openExternal',
  'loadFile',
  'disablewebsecurity',
]);
const SWITCHES =
  /^(enable-blink-features|enable-experimental|disable-web-security|allow-running-insecure-content|no-sandbox|allow-file-access)/;
const REMOTE = /^(https?|wss?|ftp|file):/;

/** @type {import('eslint').Rule.RuleModule} */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { no: '{{what}}: see the checklist in docs/privacy-and-security.md.' },
  },
  create(context) {
    /** @param {any} node @param {string} what */
    const refuse = (node, what) => context.report({ node, messageId: 'no', data: { what } });
    /** @param {any} node a property of an object, or of a class or type */
    const name = ({ key, computed }) => (computed ? undefined : (key.name ?? key.value));
    /** @param {any} node */
    const isWebview = (node) => node?.value === 'webview' || node?.name === 'webview';
    return {
      Property(node) {
        const key = name(node);
        if (node.parent.type !== 'ObjectExpression' || typeof key !== 'string') return;
        if (NEVER.has(key)) refuse(node, `${key} is not used`);
        const must = Object.hasOwn(MUST_BE, key) ? MUST_BE[key] : undefined;
        if (must !== undefined && /** @type {any} */ (node.value).value !== must)
          refuse(node, `${key} is ${must}`);
      },
      MemberExpression(node) {
        const key = name({ key: node.property, computed: node.computed });
        if (NEVER.has(key)) refuse(node, `${key} is not used`);
      },
      CallExpression(node) {
        const [first] = /** @type {any[]} */ (node.arguments);
        const callee = /** @type {any} */ (node.callee).property?.name;
        if (callee === 'loadURL' && REMOTE.test(first?.value ?? ''))
          refuse(node, 'A window shows our own page alone');
        if (callee === 'createElement' && isWebview(first)) refuse(node, 'There are no webviews');
        if (callee === 'appendSwitch' && SWITCHES.test(first?.value ?? ''))
          refuse(node, `${first.value} is not switched on`);
      },
      JSXOpeningElement(/** @type {any} */ node) {
        if (isWebview(node.name)) refuse(node, 'There are no webviews');
      },
    };
  },
};

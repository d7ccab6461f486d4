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
  /^(enable-blink-features|enable-experimental|disable-web-security|allow-running-insecure-content|no-sandbox|allow-file-access|remote-(debugging|allow))/;
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
    /** @param {any} node what a text begins with: all of it, or of a template what stands before the first value */
    const text = (node) => String(node?.value ?? node?.quasis?.[0].value.cooked ?? '');
    /** @param {any} node a property of an object, or of a class or type; undefined where only a run would tell */
    const name = ({ key, computed }) => {
      if (!computed) return key.name ?? key.value;
      return key.type === 'Literal' || key.quasis?.length === 1 ? text(key) : undefined;
    };
    /** @param {any} node to report @param {unknown} key @param {any} value that it is given */
    const look = (node, key, value) => {
      if (typeof key !== 'string') return;
      const must = Object.hasOwn(MUST_BE, key) ? MUST_BE[key] : undefined;
      if (must !== undefined && value.value !== must) refuse(node, `${key} is ${must}`);
    };
    /** @param {any} node */
    const isWebview = (node) => node?.value === 'webview' || node?.name === 'webview';
    return {
      Property(node) {
        // In an object that is made, or taken apart.
        const key = name(node);
        if (NEVER.has(key)) refuse(node, `${key} is not used`);
        if (node.parent.type === 'ObjectExpression') look(node, key, node.value);
      },
      AssignmentExpression(/** @type {any} */ node) {
        const { left, right } = node;
        if (left.type !== 'MemberExpression') return;
        look(node, name({ key: left.property, computed: left.computed }), right);
      },
      MemberExpression(node) {
        const key = name({ key: node.property, computed: node.computed });
        if (NEVER.has(key)) refuse(node, `${key} is not used`);
      },
      CallExpression(node) {
        const [first] = /** @type {any[]} */ (node.arguments);
        const { property, computed } = /** @type {any} */ (node.callee);
        const callee = property && name({ key: property, computed });
        if (callee === 'loadURL' && REMOTE.test(text(first)))
          refuse(node, 'A window shows our own page alone');
        if (callee === 'createElement' && isWebview(first)) refuse(node, 'There are no webviews');
        if (callee === 'appendSwitch' && SWITCHES.test(text(first)))
          refuse(node, `${text(first)} is not switched on`);
      },
      JSXOpeningElement(/** @type {any} */ node) {
        if (isWebview(node.name)) refuse(node, 'There are no webviews');
      },
    };
  },
};

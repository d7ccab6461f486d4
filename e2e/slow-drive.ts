// Runs in Node: a drive that is slow, as the page meets it.

/** For the page: of the first video the sound is known before the window has tried it. */
export const LOAD_NOTHING_ONCE = `{
  const src = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'src');
  let tried = false;
  const set = function (value) {
    if (tried || !value.startsWith('media:')) src.set.call(this, value);
    else tried = true;
  };
  Object.defineProperty(HTMLMediaElement.prototype, 'src', { ...src, set });
}`;

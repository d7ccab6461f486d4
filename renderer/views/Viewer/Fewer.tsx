// Renderer: says over a photo at a close look that it is not shown with all its pixels, and why.

import { useEffect, useState } from 'react';
import { useApp } from '../../state/app.js';
import { idOfKey, rootOfKey, type ItemKey } from '../../state/keys.js';
import { said, texts } from '../../texts.js';
import styles from './Stage.module.css';

export function Fewer({ item }: { readonly item: ItemKey }) {
  const { gallery, notices } = useApp();
  const [reason, setReason] = useState('');
  useEffect(() => {
    let wanted = true;
    // An image element tells that it failed and not why; main has noted it among the problems.
    gallery.call('library.problems').then((problems) => {
      const own = problems.find(({ root, retry }) => root === rootOfKey(item) && retry === idOfKey(item));
      if (wanted && own) setReason(said(own.message));
    }, notices.report);
    return () => void (wanted = false);
  }, [gallery, notices, item]);
  return (
    <p className={styles.fewer} role="status" data-testid="viewer-fewer">
      {texts.fewerPixels} {reason}
    </p>
  );
}

// Renderer: what the app is made of, and the licence of each part.

import { useEffect, useState } from 'react';
import { Dialog } from '@base-ui/react/dialog';
import { ExternalLink } from 'lucide-react';
import type { Licence } from '../../../electron/shared/licence.js';
import { Button } from '../../components/Button.js';
import { CloseButton } from '../../components/CloseButton.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import { texts } from '../../texts.js';
import actions from './Actions.module.css';
import styles from './Licences.module.css';

export function Licences() {
  const { gallery, notices } = useApp();
  const [licences, setLicences] = useState<readonly Licence[]>([]);
  useEffect(() => void gallery.call('app.licences').then(setLicences, notices.report), [gallery, notices]);
  const [ours] = licences;
  return (
    <>
      <div className={actions.head}>
        <Dialog.Title className={popup.title}>{texts.commands.licences}</Dialog.Title>
        <CloseButton />
      </div>
      <div
        className={styles.scroller}
        data-first
        tabIndex={0}
        role="group"
        aria-label={texts.commands.licences}
      >
        <p className={styles.intro}>{texts.licencesIntro(ours?.version ?? '')}</p>
        <Button
          className={styles.chromium}
          data-testid="licences-chromium"
          onClick={() => void gallery.call('app.openChromiumLicences').catch(notices.report)}
        >
          <ExternalLink size={16} strokeWidth={1.5} aria-hidden />
          {texts.licencesOfChromium}
        </Button>
        {licences.map(({ name, version, licence, text }) => (
          // Closed ones are not laid out: all texts together are long.
          <details key={name} className={styles.part} data-testid="licence" data-name={name}>
            <summary>
              <span>{texts.licenceOf({ name, version })}</span>
              <span className={styles.licence}>{licence}</span>
            </summary>
            <pre className={styles.text}>{text}</pre>
          </details>
        ))}
      </div>
    </>
  );
}

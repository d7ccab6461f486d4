// Renderer: what the app is made of, and the licence of each part.

import { useMemo } from 'react';
import { Dialog } from '@base-ui/react/dialog';
import { ExternalLink } from 'lucide-react';
import { Button } from '../../components/Button.js';
import { CloseButton } from '../../components/CloseButton.js';
import { Pending } from '../../components/Pending.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import { Question, useQuestion } from '../../state/question.js';
import { texts } from '../../texts.js';
import actions from './Actions.module.css';
import styles from './Licences.module.css';

export function Licences() {
  const { gallery, notices } = useApp();
  const question = useMemo(() => new Question(() => gallery.call('app.licences')), [gallery]);
  const asked = useQuestion(question);
  const openChromium = () =>
    void notices
      .during(texts.openingLicences, gallery.call('app.openChromiumLicences'))
      .catch(notices.report);
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
        aria-busy={asked.value === null && asked.problem === null}
      >
        {asked.value === null ? (
          <Pending asked={asked} failed={texts.notRead.licences} onAgain={() => void question.put()} />
        ) : (
          <>
            <p className={styles.intro}>{texts.licencesIntro(asked.value[0]?.version ?? '')}</p>
            <Button className={styles.chromium} data-testid="licences-chromium" onClick={openChromium}>
              <ExternalLink size={16} strokeWidth={1.5} aria-hidden />
              {texts.licencesOfChromium}
            </Button>
          </>
        )}
        {asked.value?.map(({ name, version, licence, text }) => (
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

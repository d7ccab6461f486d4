// Renderer: the settings dialog: everything that can be configured, with where each value came from.

import { useEffect, useMemo, useRef, useState } from 'react';
import { Dialog } from '@base-ui/react/dialog';
import { OPTION_GROUPS, OPTION_NAMES, OPTIONS, type OptionStates } from '../../../electron/shared/options.js';
import { Button } from '../../components/Button.js';
import { CloseButton } from '../../components/CloseButton.js';
import { Pending } from '../../components/Pending.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import { Question, useQuestion } from '../../state/question.js';
import { useSelected, useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { ClearThumbnails } from '../Status/ClearThumbnails.js';
import { FoldersPart } from './FoldersPart.js';
import { OptionRow } from './OptionRow.js';
import { UpdatesPart } from './UpdatesPart.js';
import styles from './Settings.module.css';

export function Settings() {
  const { language, view } = useApp();
  const open = useSelected(view, (now) => now.settings);
  // Draws all of it again in other words.
  useStore(language);
  const dialog = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open={open !== false} onOpenChange={(next) => view.change({ settings: next })}>
      <Dialog.Portal>
        <Dialog.Backdrop className={popup.backdrop} />
        <Dialog.Popup
          ref={dialog}
          // Not its first button, which closes it.
          initialFocus={dialog}
          className={`${popup.dialog} ${styles.dialog}`}
          data-testid="settings"
        >
          <Content leadToUpdates={open === 'updates'} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** All options as main knows them. */
function useOptions(): Question<OptionStates> {
  const { gallery } = useApp();
  const question = useMemo(() => new Question(() => gallery.call('options.list')), [gallery]);
  useEffect(() => gallery.on('options.changed', question.enter), [gallery, question]);
  return question;
}

function Content({ leadToUpdates }: { readonly leadToUpdates: boolean }) {
  const options = useOptions();
  const asked = useQuestion(options);
  return (
    <>
      <div className={styles.head}>
        <div>
          <Dialog.Title className={popup.title}>{texts.settings}</Dialog.Title>
          <Dialog.Description className={popup.body}>{texts.settingsIntro}</Dialog.Description>
        </div>
        <CloseButton />
      </div>
      <div className={styles.scroller} aria-busy={asked.value === null && asked.problem === null}>
        {/* All of it at once: what comes later would move what is being read. */}
        {asked.value === null ? (
          <Pending
            className={styles.group}
            asked={asked}
            failed={texts.notRead.settings}
            onAgain={() => void options.put()}
          />
        ) : (
          <Groups states={asked.value} leadToUpdates={leadToUpdates} />
        )}
      </div>
    </>
  );
}

interface GroupsProps {
  readonly states: OptionStates;
  readonly leadToUpdates: boolean;
}

function Groups({ states, leadToUpdates }: GroupsProps) {
  return (
    <>
      <FoldersPart given={states.mediaDirs} userDataDir={states.userDataDir} />
      {OPTION_GROUPS.map((group) => (
        <section key={group} className={styles.group} aria-label={texts.settingsGroups[group]}>
          <h3 className={styles.heading}>{texts.settingsGroups[group]}</h3>
          {group !== 'updates' &&
            OPTION_NAMES.filter((name) => OPTIONS[name].group === group).map((name) => (
              <OptionRow key={name} name={name} state={states[name]} />
            ))}
          {group === 'appearance' && <p className={styles.note}>{texts.settingsMotion}</p>}
          {group === 'thumbnails' && <ClearRow />}
          {group === 'updates' && <UpdatesPart option={states.updates} lead={leadToUpdates} />}
          {group === 'logs' && <LogRow />}
        </section>
      ))}
    </>
  );
}

function ClearRow() {
  const { thumbnailStatus } = useApp();
  const [asking, setAsking] = useState(false);
  const { bytes, cap } = useSelected(thumbnailStatus, (now) => now);
  return (
    <div className={styles.row}>
      <span className={styles.words}>{texts.storageUsed(bytes, cap)}</span>
      <Button disabled={bytes === 0} onClick={() => setAsking(true)}>
        {texts.clearEllipsis}
      </Button>
      <ClearThumbnails open={asking} onClose={() => setAsking(false)} />
    </div>
  );
}

function LogRow() {
  const { commands } = useApp();
  return (
    <div className={styles.row}>
      <span className={styles.words} />
      <Button onClick={() => commands.run('openLog')}>{texts.openLog}</Button>
    </div>
  );
}

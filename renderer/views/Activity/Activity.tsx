// Renderer: the Activity view: what the app is doing, for people who want to know.

import { useState } from 'react';
import { Checkbox } from '@base-ui/react/checkbox';
import { Dialog } from '@base-ui/react/dialog';
import { Tabs } from '@base-ui/react/tabs';
import { Check } from 'lucide-react';
import { shortcut } from '../../commands/table.js';
import { Button } from '../../components/Button.js';
import { CloseButton } from '../../components/CloseButton.js';
import { Loading } from '../../components/Loading.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';
import { CachesPart } from './CachesPart.js';
import { FoldersPart } from './FoldersPart.js';
import { LogPart } from './LogPart.js';
import { ProcessesPart } from './ProcessesPart.js';
import { useActivity } from './useActivity.js';
import { WorkPart } from './WorkPart.js';
import styles from './Activity.module.css';

const TABS = ['work', 'caches', 'folders', 'processes', 'log'] as const;

export function Activity() {
  const { view } = useApp();
  const open = useSelected(view, (now) => now.activity);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => view.change({ activity: next })}>
      <Dialog.Portal>
        <Dialog.Backdrop className={popup.backdrop} />
        <Dialog.Popup className={`${popup.dialog} ${styles.dialog}`} data-testid="activity">
          <Content />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Content() {
  const { snapshot, history, refresh } = useActivity();
  return (
    <>
      <div className={styles.head}>
        <div>
          <Dialog.Title className={popup.title}>{texts.activity}</Dialog.Title>
          <Dialog.Description className={popup.body}>{texts.activityIntro}</Dialog.Description>
        </div>
        <CloseButton />
      </div>
      <Tabs.Root defaultValue="work" className={styles.tabs}>
        <Tabs.List className={styles.tabList}>
          {TABS.map((tab) => (
            <Tabs.Tab key={tab} value={tab} className={styles.tab} data-testid={`activity-tab-${tab}`}>
              {texts.activityTabs[tab]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {snapshot === null ? (
          <Loading className={styles.note} words={texts.activityWaiting} />
        ) : (
          <>
            <Tabs.Panel value="work" className={styles.panel}>
              <WorkPart snapshot={snapshot} refresh={refresh} />
            </Tabs.Panel>
            <Tabs.Panel value="caches" className={styles.panel}>
              <CachesPart snapshot={snapshot} refresh={refresh} />
            </Tabs.Panel>
            <Tabs.Panel value="folders" className={styles.panel}>
              <FoldersPart snapshot={snapshot} />
            </Tabs.Panel>
            <Tabs.Panel value="processes" className={styles.panel}>
              <ProcessesPart snapshot={snapshot} history={history} />
            </Tabs.Panel>
            <Tabs.Panel value="log" className={styles.panel} data-log>
              <LogPart at={snapshot.at} />
            </Tabs.Panel>
          </>
        )}
      </Tabs.Root>
      <Diagnostics />
    </>
  );
}

function Diagnostics() {
  const { commands } = useApp();
  const [withPaths, setWithPaths] = useState(false);
  const id = withPaths ? 'copyDiagnosticsWithPaths' : 'copyDiagnostics';
  return (
    <div className={styles.diagnostics}>
      <label className={styles.check}>
        <Checkbox.Root
          className={styles.box}
          checked={withPaths}
          onCheckedChange={setWithPaths}
          data-testid="activity-with-paths"
        >
          <Checkbox.Indicator>
            <Check size={14} strokeWidth={2} aria-hidden />
          </Checkbox.Indicator>
        </Checkbox.Root>
        {texts.withPaths}
      </label>
      <Button title={shortcut(id)} onClick={() => commands.run(id)} data-testid="activity-copy">
        {texts.commands.copyDiagnostics}
      </Button>
    </div>
  );
}

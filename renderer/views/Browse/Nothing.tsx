// Renderer: what stands in place of pictures when there are none to show.

import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.js';
import message from '../../components/Message.module.css';
import { useApp } from '../../state/app.js';
import { NO_CRITERIA } from '../../state/criteria.js';
import { useSelected, useStore } from '../../state/store.js';
import { texts } from '../../texts.js';
import { nothingFound } from '../Search/nothing-found.js';
import { SearchEverywhere } from '../Search/SearchEverywhere.js';
import styles from './Browse.module.css';

/** A sentence sooner than this would only flicker, milliseconds. */
const PATIENCE = 300;

export function Nothing() {
  const { items } = useApp();
  const empty = useSelected(items, ({ keys }) => keys.length === 0);
  return empty ? <Sentence /> : null;
}

function Sentence() {
  const { items, roots, sources, view } = useApp();
  const { inPlace, of, known } = useStore(items);
  const list = useStore(roots);
  const [patient, setPatient] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), PATIENCE);
    return () => clearTimeout(timer);
  }, []);
  if (patient) return null;
  const scanning = list.some(({ state }) => state === 'scanning');
  const offline = list.find(({ id, state }) => {
    return state === 'offline' && (of.place.kind === 'all' ? list.length === 1 : of.place.root === id);
  });
  const filtered = inPlace > 0;
  const words = filtered
    ? nothingFound(of.criteria, sources.finder)
    : offline !== undefined
      ? texts.rootOffline(offline.name)
      : scanning || !known
        ? texts.noneYet
        : of.place.kind === 'all'
          ? texts.noneAtAll
          : texts.noneHere;
  return (
    <div className={styles.nothing} data-testid="nothing">
      <div className={message.message}>
        <p className={message.plain}>{words}</p>
        {filtered && (
          <div className={styles.ways}>
            {of.criteria.search !== '' && <SearchEverywhere />}
            <Button onClick={() => view.narrow(NO_CRITERIA)} data-testid="show-all">
              {texts.showAll}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

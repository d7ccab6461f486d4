// Renderer: the tags of some files: what they have, what has been used before, and a word that is typed.

import { useId, useReducer, useEffect, useState, type SyntheticEvent } from 'react';
import { Dialog } from '@base-ui/react/dialog';
import { Plus, X } from 'lucide-react';
import { markFiles } from '../../commands/marking.js';
import { Button } from '../../components/Button.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import { texts } from '../../texts.js';
import styles from './Actions.module.css';

/** So many tags that were used before are offered. */
const OFFERED = 24;

export function Tags({ keys }: { readonly keys: Float64Array }) {
  const app = useApp();
  const { marks } = app;
  const [, again] = useReducer((count: number) => count + 1, 0);
  const [typed, setTyped] = useState('');
  const input = useId();
  useEffect(() => marks.subscribe(again), [marks]);
  const counts = new Map<string, number>();
  for (const key of keys) for (const tag of marks.tags(key)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const wanted = typed.trim().toLocaleLowerCase();
  const offered = marks
    .allTags()
    .filter(({ tag }) => counts.get(tag) !== keys.length && tag.toLocaleLowerCase().includes(wanted))
    .slice(0, OFFERED);
  const add = (tag: string) => {
    setTyped('');
    markFiles(app, keys, { addTags: [tag] });
  };
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    if (typed.trim() !== '') add(typed.trim());
  };
  return (
    <>
      <Dialog.Title className={popup.title}>{texts.tagsTitle(keys.length)}</Dialog.Title>
      <ul className={styles.tags} aria-label={texts.commands.tag}>
        {counts.size === 0 && <li className={styles.none}>{texts.tagsNone}</li>}
        {[...counts].sort().map(([tag, count]) => (
          <li key={tag} className={styles.tag} data-testid="tag" data-tag={tag}>
            <span>{count === keys.length ? tag : texts.tagsSome({ tag, count, total: keys.length })}</span>
            <button
              type="button"
              aria-label={texts.tagRemove(tag)}
              onClick={() => markFiles(app, keys, { removeTags: [tag] })}
            >
              <X size={16} strokeWidth={1.5} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <form className={styles.form} onSubmit={submit}>
        <label htmlFor={input}>{texts.tagsAdd}</label>
        <input
          id={input}
          className={styles.input}
          value={typed}
          maxLength={100}
          autoComplete="off"
          placeholder={texts.tagsAddHint}
          onChange={(event) => setTyped(event.target.value)}
          data-first
          data-testid="tag-input"
        />
      </form>
      {offered.length > 0 && (
        <>
          <h3 className={styles.known}>{texts.tagsKnown}</h3>
          <ul className={styles.tags} aria-label={texts.tagsKnown}>
            {offered.map(({ tag }) => (
              <li key={tag}>
                <button
                  type="button"
                  className={styles.offer}
                  onClick={() => add(tag)}
                  data-testid="tag-offer"
                  data-tag={tag}
                >
                  <Plus size={16} strokeWidth={1.5} aria-hidden />
                  {tag}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={popup.actions}>
        <Dialog.Close render={<Button look="primary" />}>{texts.done}</Dialog.Close>
      </div>
    </>
  );
}

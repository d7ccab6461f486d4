// Renderer: everything that could not be shown as it should, with its reason and what to do.

import { Dialog } from '@base-ui/react/dialog';
import { Button } from '../../components/Button.js';
import { CloseButton } from '../../components/CloseButton.js';
import popup from '../../components/Popup.module.css';
import { useApp } from '../../state/app.js';
import { useSelected, useStore } from '../../state/store.js';
import { said, texts } from '../../texts.js';
import { ProblemList } from './ProblemList.js';
import { useProblems, type Problems as Found } from './useProblems.js';
import styles from './Problems.module.css';

export function Problems() {
  const { view } = useApp();
  const open = useSelected(view, (now) => now.problems);
  return (
    <Dialog.Root open={open} onOpenChange={(next) => view.change({ problems: next })}>
      <Dialog.Portal>
        <Dialog.Backdrop className={popup.backdrop} />
        <Dialog.Popup className={popup.dialog} data-size="tall" data-testid="problems">
          <Content />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Content() {
  const { commands, thumbnailStatus } = useApp();
  const { notice } = useStore(thumbnailStatus);
  const found = useProblems();
  const { lines, asked } = found;
  const failures = lines?.some(({ item, retryable }) => retryable && item !== null);
  return (
    <>
      <div className={styles.head}>
        <div>
          <Dialog.Title className={popup.title}>{texts.problems}</Dialog.Title>
          <Dialog.Description className={popup.body} role="status">
            {introOf(found)}
          </Dialog.Description>
        </div>
        {asked.problem !== null && (
          <Button onClick={found.again} data-testid="ask-again">
            {texts.tryAgain}
          </Button>
        )}
        {failures === true && (
          <Button onClick={() => commands.run('retryThumbnails')}>{texts.tryAllAgain}</Button>
        )}
        <CloseButton />
      </div>
      {notice !== null && <p className={styles.notice}>{said(notice)}</p>}
      <ProblemList lines={lines ?? []} />
    </>
  );
}

/** Until it is known whether there are any, the line says how that goes, and keeps its place while there is nothing to say. */
function introOf({ lines, asked: { late, problem } }: Found): string {
  if (late) return texts.loading;
  if (problem !== null) return texts.notRead.problems(problem);
  if (lines === null) return '\u00A0';
  return lines.length === 0 ? texts.noProblems : texts.problemsIntro;
}

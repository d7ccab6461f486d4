// Renderer: offers to look for the same in all folders, where only one is looked through.

import { Button } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { ALL } from '../../state/view.js';
import { texts } from '../../texts.js';

/** With a `className` it looks as that says, otherwise like any button. */
export function SearchEverywhere({ className }: { readonly className?: string | undefined }) {
  const { view } = useApp();
  const everywhere = useSelected(view, ({ place }) => place.kind === 'all');
  if (everywhere) return null;
  // Not `open`, which ends a search.
  const search = () => view.change({ place: ALL });
  if (className === undefined) return <Button onClick={search}>{texts.searchEverywhere}</Button>;
  return (
    <button type="button" className={className} onClick={search} data-testid="search-everywhere">
      {texts.searchEverywhere}
    </button>
  );
}

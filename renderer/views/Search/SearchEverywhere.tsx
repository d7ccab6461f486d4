// Renderer: offers to look for the same in all folders, where only one is looked through.

import { Button } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';

/** With a `className` it looks as that says, otherwise like any button. */
export function SearchEverywhere({ className }: { readonly className?: string | undefined }) {
  const { commands, view } = useApp();
  const everywhere = useSelected(view, ({ place }) => place.kind === 'all');
  if (everywhere) return null;
  if (className === undefined)
    return (
      <Button onClick={() => commands.run('searchEverywhere')}>{texts.commands.searchEverywhere}</Button>
    );
  return (
    <button
      type="button"
      className={className}
      onClick={() => commands.run('searchEverywhere')}
      data-testid="search-everywhere"
    >
      {texts.commands.searchEverywhere}
    </button>
  );
}

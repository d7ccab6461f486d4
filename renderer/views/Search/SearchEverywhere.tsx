// Renderer: offers to look for the same in all folders, where only some files are looked through.

import { Button } from '../../components/Button.js';
import { useApp } from '../../state/app.js';
import { isEverywhere } from '../../state/places.js';
import { useSelected } from '../../state/store.js';
import { texts } from '../../texts.js';

/** With a `className` it looks as that says, otherwise like any button. */
export function SearchEverywhere({ className }: { readonly className?: string | undefined }) {
  const { commands, view } = useApp();
  const everywhere = useSelected(view, ({ place }) => isEverywhere(place));
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

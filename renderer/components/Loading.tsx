// Renderer: says that what will stand here is coming, once that takes a while.

import { texts } from '../texts.js';
import { useLate } from './useLate.js';

interface LoadingProps {
  readonly className?: string | undefined;
  readonly words?: string;
}

export function Loading({ className, words = texts.loading }: LoadingProps) {
  const late = useLate(true);
  return (
    <p className={className} role="status">
      {late ? words : '\u00A0'}
    </p>
  );
}

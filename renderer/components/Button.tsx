// Renderer: the window's buttons: with an icon and a tooltip, or with words.

import { use, type ComponentProps, type ReactNode } from 'react';
import { Tooltip } from '@base-ui/react/tooltip';
import { SurfaceContext } from './surface.js';
import styles from './Button.module.css';

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  /** Name for screen readers and tooltip. */
  readonly label: string;
  /** As shown to a person, such as Ctrl+B. */
  readonly shortcut?: string | undefined;
  readonly tooltipSide?: 'top' | 'bottom' | 'left' | 'right';
  readonly children: ReactNode;
}

/** A square button that shows an icon of 16 or 20 px. */
export function IconButton({
  label,
  shortcut,
  tooltipSide = 'bottom',
  children,
  className,
  ...rest
}: IconButtonProps) {
  const surface = use(SurfaceContext);
  const classes = [styles.icon, className].filter(Boolean).join(' ');
  return (
    // Escape closes what the button stands in as well: nobody presses it for a tooltip.
    <Tooltip.Root
      onOpenChange={(_, details) => details.reason === 'escape-key' && details.allowPropagation()}
    >
      <Tooltip.Trigger render={<button type="button" aria-label={label} {...rest} className={classes} />}>
        {children}
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Positioner side={tooltipSide} sideOffset={6} className={styles.positioner}>
          <Tooltip.Popup className={`${styles.tooltip} ${surface}`} data-testid="tooltip">
            {label}
            {shortcut !== undefined && <kbd className={styles.shortcut}>{shortcut}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

interface ButtonProps extends ComponentProps<'button'> {
  readonly look?: 'plain' | 'primary' | 'danger';
}

/** A button with words. */
export function Button({ look = 'plain', className, ...rest }: ButtonProps) {
  const classes = [styles.button, className].filter(Boolean).join(' ');
  return <button type="button" {...rest} data-look={look} className={classes} />;
}

// Renderer: how large the pictures are.

import { Slider } from '@base-ui/react/slider';
import { Grid2x2, Grid3x3 } from 'lucide-react';
import { IconButton } from '../../components/Button.js';
import { shortcut } from '../../commands/table.js';
import { useApp } from '../../state/app.js';
import { useSelected } from '../../state/store.js';
import { clampZoom, ROW_HEIGHTS } from '../../state/view.js';
import { texts } from '../../texts.js';
import styles from './Toolbar.module.css';

const LARGEST = ROW_HEIGHTS.length - 1;

export function ZoomSlider() {
  const { commands, view } = useApp();
  const zoom = useSelected(view, (now) => now.zoom);
  return (
    <div className={styles.zoom}>
      <IconButton
        label={texts.smaller}
        shortcut={shortcut('smaller')}
        disabled={zoom === 0}
        onClick={() => commands.run('smaller')}
      >
        <Grid3x3 size={16} strokeWidth={1.5} aria-hidden />
      </IconButton>
      <Slider.Root
        className={styles.slider}
        min={0}
        max={LARGEST}
        value={zoom}
        onValueChange={(value) => view.change({ zoom: clampZoom(value) })}
      >
        <Slider.Control className={styles.sliderControl}>
          <Slider.Track className={styles.sliderTrack}>
            <Slider.Indicator className={styles.sliderIndicator} />
            <Slider.Thumb className={styles.sliderThumb} aria-label={texts.zoom} data-testid="zoom" />
          </Slider.Track>
        </Slider.Control>
      </Slider.Root>
      <IconButton
        label={texts.larger}
        shortcut={shortcut('larger')}
        disabled={zoom === LARGEST}
        onClick={() => commands.run('larger')}
      >
        <Grid2x2 size={16} strokeWidth={1.5} aria-hidden />
      </IconButton>
    </div>
  );
}

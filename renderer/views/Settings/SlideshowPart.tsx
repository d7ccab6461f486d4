// Renderer: how slideshows go, as the viewer's own menu has it; kept by the window.

import { useId } from 'react';
import { useStore } from '../../state/store.js';
import { INTERVALS, SHOW_ORDERS, viewerSettings, type ShowOrder } from '../../state/viewer-settings.js';
import { texts } from '../../texts.js';
import { ChoiceControl } from './controls.js';
import styles from './Settings.module.css';

export function SlideshowPart() {
  const settings = viewerSettings(localStorage);
  const { interval, order } = useStore(settings);
  const [intervalId, orderId] = [useId(), useId()];
  const intervals = Object.fromEntries(INTERVALS.map((one) => [String(one), texts.seconds(one)]));
  return (
    <>
      <div className={styles.row}>
        <span id={intervalId} className={styles.words}>
          {texts.showInterval}
        </span>
        <ChoiceControl
          labelledBy={intervalId}
          value={String(interval)}
          values={INTERVALS.map(String)}
          names={intervals}
          onChange={(next) => settings.change({ interval: Number(next) })}
        />
      </div>
      <div className={styles.row}>
        <span id={orderId} className={styles.words}>
          {texts.showOrderLabel}
        </span>
        <ChoiceControl
          labelledBy={orderId}
          value={order}
          values={SHOW_ORDERS}
          names={texts.showOrders}
          onChange={(next) => settings.change({ order: next as ShowOrder })}
        />
      </div>
    </>
  );
}

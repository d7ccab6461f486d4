// Renderer: what stands in the viewer: picture or video, bar, arrows, filmstrip, info.

import { useEffect, useRef, useState, type RefObject } from 'react';
import { useMedia } from '../../components/useMedia.js';
import { useApp } from '../../state/app.js';
import type { ItemKey } from '../../state/keys.js';
import { useSelected } from '../../state/store.js';
import { Ahead } from './Ahead.js';
import { Arrows } from './Arrows.js';
import { Filmstrip } from './Filmstrip.js';
import { InfoPanel } from './InfoPanel.js';
import { PhotoStage, type PhotoHandle } from './PhotoStage.js';
import type { Progress } from './slideshow.js';
import { nextSpeed } from './speeds.js';
import type { Subject } from './subject.js';
import { TopBar } from './TopBar.js';
import { useFocusKept } from './useFocusKept.js';
import { useIdle } from './useIdle.js';
import { useMarksSeen } from './useMarksSeen.js';
import { useNeighbours } from './useNeighbours.js';
import { useSlideshow } from './useSlideshow.js';
import type { VideoHandle } from './useVideo.js';
import { VideoStage } from './VideoStage.js';
import { ViewerMenu } from './ViewerMenu.js';
import { useViewerCommands, type Commands, type Target } from './viewerKeys.js';
import type { ViewerState } from './viewerState.js';
import styles from './Viewer.module.css';

/** Where the info panel leaves no room beside it (as InfoPanel.module.css has it): the picture goes on behind it, out of reach. */
const PANEL_ALONE = '(width < 700px)';

interface ViewerContentProps {
  readonly subject: Subject;
  readonly viewer: ViewerState;
  readonly popup: RefObject<HTMLElement | null>;
}

export function ViewerContent({ subject, viewer, popup }: ViewerContentProps) {
  const { view, items } = useApp();
  const { item, kind, url } = subject;
  const info = useSelected(view, (now) => now.info);
  const filmstrip = useSelected(viewer.settings, (now) => now.filmstrip);
  const quarterTurns = useSelected(viewer.turns, (now) => now.get(item) ?? 0);
  const [fit, setFit] = useState(true);
  const [seen, setSeen] = useState<{ url: string; progress: Progress }>({ url, progress: 'loading' });
  const progress = seen.url === url ? seen.progress : 'loading';
  const [opened, setOpened] = useState<ItemKey | null>(item);
  // One that is come back to does not come out of its tile again.
  if (opened !== null && opened !== item) setOpened(null);
  const photo = useRef<PhotoHandle>(null);
  const video = useRef<VideoHandle>(null);
  const neighbours = useNeighbours(item, viewer, progress !== 'loading');
  const show = (target: ItemKey | null | undefined) => {
    if (target !== null && target !== undefined) view.change({ item: target });
  };
  const go = (to: Target) => {
    const { keys } = items.get();
    show({ ...neighbours, first: keys[0], last: keys.at(-1) }[to]);
  };
  // A slideshow goes round.
  const alone = neighbours.next === item;
  const running = useSlideshow(subject, progress, alone, () => go('next'));
  const { idle, wake } = useIdle(popup, running);
  const behind = useMedia(PANEL_ALONE) && info && !running;
  useFocusKept(popup, item, behind);
  useEffect(() => {
    // A button that keeps the focus would keep the controls.
    if (running) popup.current?.focus();
  }, [popup, running]);
  useMarksSeen(item, wake);

  const { settings, speed, turns } = viewer;
  const commands: Commands = {
    photo,
    video,
    go,
    wake,
    around: { info: info && !running, filmstrip: filmstrip && !running },
    running,
    toggleInfo: () => view.change({ info: !info }),
    toggleFilmstrip: () => settings.change({ filmstrip: !filmstrip }),
    turn: (by) => turns.turn(item, by),
    toggleLoop: () => settings.change({ loop: !settings.get().loop }),
    changeSpeed: (step) => speed.update((now) => nextSpeed(now, step)),
  };
  useViewerCommands(popup, commands);
  const onProgress = (of: string, next: Progress) => setSeen({ url: of, progress: next });
  return (
    <div className={styles.layout} data-idle={idle} data-show={running} data-info={info && !running}>
      {/* Over the picture and the panel: its buttons stay where they are when the panel comes. */}
      <TopBar {...{ subject, neighbours, viewer, commands, fit, info, running }} />
      <div className={styles.main}>
        <div className={styles.scene}>
          {neighbours.ahead.length > 0 && <Ahead pictures={neighbours.ahead} />}
          <ViewerMenu kind={kind} inert={behind}>
            {kind === 'photo' ? (
              <PhotoStage
                {...{ subject, quarterTurns, onProgress }}
                entering={item === opened}
                pictures={viewer.photos}
                whole={viewer.whole}
                onFit={setFit}
                ref={photo}
              />
            ) : (
              <VideoStage
                key={url}
                {...{ subject, viewer, quarterTurns, onProgress }}
                entering={item === opened}
                showing={running}
                alone={alone}
                ref={video}
              />
            )}
          </ViewerMenu>
          {!behind && <Arrows neighbours={neighbours} go={go} />}
        </div>
        {filmstrip && !running && !behind && <Filmstrip index={neighbours.index} onChoose={show} />}
      </div>
      {info && !running && <InfoPanel subject={subject} />}
    </div>
  );
}

// Renderer: the histogram of the photo in the viewer: red, green and blue, and the brightness over them. Counted from the
// thumbnail, which has the same distribution and a hundredth of the pixels.

import { useEffect, useState } from 'react';
import { texts } from '../../texts.js';
import { histogramOf, outlineOf, type Histogram } from './histogram.js';
import styles from './InfoPanel.module.css';

export function HistogramView({ url }: { readonly url: string | null }) {
  const histogram = useHistogram(url);
  if (histogram === null) return <div className={styles.histogram} data-testid="histogram" aria-hidden />;
  return (
    <svg
      className={styles.histogram}
      viewBox="0 0 255 100"
      preserveAspectRatio="none"
      role="img"
      aria-label={texts.histogram}
      data-testid="histogram"
    >
      <path className={styles.red} d={outlineOf(histogram.red)} />
      <path className={styles.green} d={outlineOf(histogram.green)} />
      <path className={styles.blue} d={outlineOf(histogram.blue)} />
      <path className={styles.luma} d={outlineOf(histogram.luma)} />
    </svg>
  );
}

/** Null until it has been counted, and when there is no picture to count. */
function useHistogram(url: string | null): Histogram | null {
  const [counted, setCounted] = useState<{ url: string; histogram: Histogram } | null>(null);
  useEffect(() => {
    if (url === null) return;
    let wanted = true;
    pixelsOf(url).then(
      (pixels) => wanted && setCounted({ url, histogram: histogramOf(pixels) }),
      // Not made yet, or not readable: the place stays empty, as the viewer says what is wrong with the picture.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [url]);
  return counted?.url === url ? counted.histogram : null;
}

async function pixelsOf(url: string): Promise<Uint8ClampedArray> {
  const image = new Image();
  // Pixels may be read only of pictures that allow it.
  image.crossOrigin = 'anonymous';
  image.src = url;
  await image.decode();
  const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.drawImage(image, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height).data;
}

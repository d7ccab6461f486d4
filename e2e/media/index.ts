// Runs in Node, in tests, benches and the demo: makes photos, videos and whole libraries.

export { copyLibrary } from './copy.js';
export { cutOff, JUNK, noise, TYPESCRIPT, withoutIndex } from './damaged.js';
export { withPreview, type Camera, type ExifFacts, type Orientation } from './exif.js';
export { ffmpeg, findFfmpeg, hasEncoder } from './ffmpeg.js';
export { canMakeHeic } from './heic.js';
export { makeLibrary, type LibraryOptions } from './library.js';
export { filesBelow, type MadeFile, type Manifest, type ManifestCounts } from './manifest.js';
export { makeManyFiles, tinyJpegs, type Many, type ManyOptions } from './many.js';
export {
  jpeg,
  jpegWithOrientation,
  photo,
  PHOTO_FORMATS,
  type PhotoFormat,
  type PhotoOptions,
  type PhotoVariant,
} from './photos.js';
export { random, type Random } from './random.js';
export {
  drawScene,
  LIGHT_NAMES,
  SCENE_NAMES,
  type LightName,
  type SceneName,
  type SceneOptions,
} from './scenes/index.js';
export { makeSmallLibrary } from './small.js';
export { rewrap, video, VIDEO_EXTENSIONS, type VideoOptions } from './videos.js';

// Shared by worker, main and window: the tiny picture that fills a tile until its thumbnail is there.
// It is a ThumbHash (https://evanw.github.io/thumbhash/) of the picture on neutral ground. One without transparency takes at most
// 24 bytes; shorter ones end in zeros, so that all have one length.

export const PLACEHOLDER = { bytes: 24 } as const;

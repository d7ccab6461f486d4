// Tests of turning the view, with zoom; of speeds, and of the cells of the filmstrip.

import { describe, expect, it } from 'vitest';
import { nextSpeed, SPEEDS } from './speeds.js';
import { cellsIn, scrolled, STEP } from './strip.js';
import { Turns } from './turns.js';
import { fitScale, turnedPose, turnedScale, turnedSize } from './zoom.js';

describe('turning', () => {
  const picture = { width: 4000, height: 3000 };
  const stage = { width: 1000, height: 800 };

  it('remembers quarter turns of each file, round and round', () => {
    const turns = new Turns();
    turns.turn(1, 1);
    turns.turn(1, 1);
    turns.turn(2, -1);
    expect([...turns.get()]).toEqual([
      [1, 2],
      [2, 3],
    ]);
    turns.turn(2, 1);
    expect(turns.get().get(2)).toBe(0);
  });

  it('fits a picture that lies on its side', () => {
    expect(turnedSize(picture, 2)).toEqual(picture);
    expect(turnedSize(picture, 3)).toEqual({ width: 3000, height: 4000 });
    expect(fitScale(turnedSize(picture, 1), stage, 1)).toBe(0.2);
  });

  it('keeps the middle of the stage in the middle', () => {
    // The picture was moved left and up: what is in the middle lies right of and below the picture's middle.
    const pose = { scale: 2, x: -100, y: -30 };
    // Turned clockwise, right becomes below, and below becomes left.
    expect(turnedPose(pose, 1)).toEqual({ scale: 2, x: 30, y: -100 });
    expect(turnedPose(pose, 2)).toEqual({ scale: 2, x: 100, y: 30 });
    expect(turnedPose(pose, -1)).toEqual(turnedPose(pose, 3));
    expect(turnedPose(turnedPose(pose, 1), -1)).toEqual(pose);
    expect(turnedPose(pose, 4)).toEqual(pose);
  });
});

describe('a picture that is turned in the box that it fills', () => {
  const box = { width: 1000, height: 500 };

  it('fits it again, whichever side was the limit', () => {
    // 889 x 500, then 281 x 500.
    expect(turnedScale({ width: 1600, height: 900 }, box, 1) * (500 / 900)).toBeCloseTo(500 / 1600);
    // 281 x 500, then 889 x 500: larger.
    expect(turnedScale({ width: 900, height: 1600 }, box, 3) * (500 / 1600)).toBeCloseTo(500 / 900);
    expect(turnedScale({ width: 4000, height: 100 }, box, 1) * (1000 / 4000)).toBeCloseTo(500 / 4000);
  });

  it('stays as it is upside down, and while its size is not known', () => {
    expect(turnedScale({ width: 1600, height: 900 }, box, 2)).toBe(1);
    expect(turnedScale({ width: 0, height: 0 }, box, 1)).toBe(1);
    expect(turnedScale({ width: 1600, height: 900 }, { width: 0, height: 0 }, 1)).toBe(1);
  });
});

describe('speeds', () => {
  it('go up and down in steps and stay at the ends', () => {
    expect([nextSpeed(1, 1), nextSpeed(1, -1)]).toEqual([1.25, 0.75]);
    expect([nextSpeed(4, 1), nextSpeed(0.25, -1)]).toEqual([4, 0.25]);
    expect([SPEEDS[0], SPEEDS.at(-1)]).toEqual([0.25, 4]);
  });
});

describe('the filmstrip', () => {
  it('has the cells that fit, with the current one in the middle', () => {
    expect(cellsIn(50, 4 * STEP, 100)).toEqual({ from: 47, to: 54 });
    expect(cellsIn(0, 4 * STEP, 100)).toEqual({ from: 0, to: 4 });
    expect(cellsIn(99, 4 * STEP, 100)).toEqual({ from: 96, to: 100 });
    expect(cellsIn(-1, 4 * STEP, 0)).toEqual({ from: 0, to: 0 });
  });

  it('covers its whole width wherever it stands, with few cells', () => {
    for (let centre = 500; centre < 502; centre += 0.1) {
      const { from, to } = cellsIn(centre, 1000, 1_000_000);
      expect((from - centre - 0.5) * STEP).toBeLessThanOrEqual(-500);
      expect((to - 1 - centre + 0.5) * STEP).toBeGreaterThanOrEqual(500);
      expect(to - from).toBeLessThan(17);
    }
  });

  it('stops at its ends', () => {
    expect(scrolled(10, 2 * STEP, 100)).toBe(12);
    expect(scrolled(10, -1e6, 100)).toBe(0);
    expect(scrolled(10, 1e6, 100)).toBe(99);
  });
});

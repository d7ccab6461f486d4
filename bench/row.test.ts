import { expect, it } from 'vitest';
import { failing, notMeasured, notPossible, type Row } from './row.js';

const row = (verdict: Row['verdict']): Row => ({
  ...{ what: verdict, must: '<= 1', aim: '<= 1', measured: '1', numbers: {} },
  verdict,
});

it('fails for what was missed and for what must hold and was not measured', () => {
  const rows = [
    ...(['aim', 'must', 'no limit', 'missed'] as const).map(row),
    notMeasured('tool is missing', '<= 1', '<= 1', 'It is not installed.'),
    notMeasured('without a limit', '-', '-', 'It is not installed.'),
    notPossible('another system', '<= 1', '<= 1', 'Only Linux tells.'),
  ];
  expect(failing(rows).map(({ what }) => what)).toEqual(['missed', 'tool is missing']);
});

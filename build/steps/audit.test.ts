import { expect, it } from 'vitest';
import { judge } from './audit.mjs';

const report = (...severities: string[]) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: Object.fromEntries(
      severities.map((severity) => [`pkg-${severity}`, { name: `pkg-${severity}`, severity, range: '<2' }]),
    ),
  });

it('tells what counts, and what it does not know as well', () => {
  expect(judge(report(), 'low')).toEqual({ answered: true, found: [] });
  expect(judge(report('low', 'high'), 'high').found).toEqual(['pkg-high <2: high']);
  expect(judge(report('low', 'critical'), 'low').found).toHaveLength(2);
  expect(judge(report('terrible'), 'high').found).toEqual(['pkg-terrible <2: terrible']);
});

it('does not take silence for a clean bill', () => {
  for (const said of ['', 'npm error', '{}', '{"message":"405 Method Not Allowed"}', 'null'])
    expect(judge(said, 'low')).toEqual({ answered: false, found: [] });
});

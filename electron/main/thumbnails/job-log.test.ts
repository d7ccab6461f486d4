import { expect, it } from 'vitest';
import { AppError } from '../../shared/result.js';
import { JobLog } from './job-log.js';

it('has a line for each job, and of a large library only so many that the rest of the log stays', () => {
  const lines: string[] = [];
  const log = new JobLog((level, message) => lines.push(`${level} ${message}`), 2);
  const job = { name: 'worker 1', pid: 7, path: '/a\udcff.jpg' };
  log.begun(job);
  log.ended(job, 'done', 1.5);
  log.ended(job, 'recognised', 0);
  log.ended(job, 'done', 2);
  log.failed(job, new AppError('damaged', 'Cut short.'), 0.251);
  expect(lines).toEqual([
    'debug worker 1 (pid 7): /a\ufffd.jpg begun',
    'info worker 1 (pid 7): /a\ufffd.jpg done in 1.50 s',
    'info worker 1 (pid 7): /a\ufffd.jpg recognised in 0.00 s',
    'info Those were 2 thumbnails; of further ones the log tells when they fail',
    'debug worker 1 (pid 7): /a\ufffd.jpg done in 2.00 s',
    'warn worker 1 (pid 7): /a\ufffd.jpg failed after 0.25 s (damaged: Cut short.)',
  ]);
});

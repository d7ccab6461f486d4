import { describe, expect, it } from 'vitest';
import { checkRequest } from './gate.js';

const ask = (url: string, agreed = true, packaged = true) =>
  checkRequest(new URL(url), { agreed: () => agreed, packaged });

describe('requests for updates', () => {
  it.each([
    'https://github.com/home/gallery/releases.atom',
    'https://objects.githubusercontent.com/x?y=z',
    'https://release-assets.githubusercontent.com/x',
  ])('go to where releases lie, while somebody agrees: %s', (url) => {
    expect(() => ask(url)).not.toThrow();
    expect(() => ask(url, false)).toThrow('Nobody has agreed');
  });

  it.each([
    'http://github.com/home/gallery/releases.atom',
    'https://github.com:8443/x',
    'https://github.com.example.org/x',
    'https://example.org/github.com',
    'https://evilgithub.com/x',
    'https://githubusercontent.com.example.org/x',
    'https://a.b.githubusercontent.com/x',
    'https://127.0.0.1/x',
    'http://127.0.0.1:8080/x',
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
  ])('go nowhere else: %s', (url) => {
    expect(() => ask(url)).toThrow('Updates are not looked for at');
  });

  it('may stay on this computer in what was not packaged', () => {
    expect(() => ask('http://127.0.0.1:8080/x', true, false)).not.toThrow();
    expect(() => ask('http://127.0.0.1:8080/x', false, false)).toThrow('Nobody has agreed');
    expect(() => ask('http://127.0.0.2:8080/x', true, false)).toThrow();
  });
});

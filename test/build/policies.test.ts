import { expect } from '@esm-bundle/chai';
import { type Report, inFrame } from '../helpers/built.ts';
import { otherOrigin, served } from '../helpers/origins.ts';

const PAGE = 'test/fixtures/dist/policy.html';
const SOURCES = {
  'default-src': "'none'",
  'script-src': "'self' blob:",
  'worker-src': 'blob:',
  'style-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self' blob:",
  'media-src': 'blob:',
};

/** Opens the page under a policy without any unsafe- word, and with these directives. */
async function under(more: Record<string, string>): Promise<Report & { said: string[] }> {
  const csp = Object.entries({ ...SOURCES, ...more }).map((directive) => directive.join(' '));
  return (await inFrame(served(PAGE, { csp: csp.join('; ') }))) as Report & { said: string[] };
}

const ALL = { inline: 5, engine: 5, html: 'bold', wave: 'hidden' };

/** What is said of styles, and of Trusted Types. */
const ABOUT = /style|trusted/i;

describe('a page with a strict policy', () => {
  it("shows all, the picture of a sound too, under style-src 'self', and says nothing of it", async () => {
    const { results, violations, said, error } = await under({});
    expect(error).to.equal(undefined);
    expect(results).to.deep.equal(ALL);
    expect([...violations, ...said].filter((each) => ABOUT.test(each))).to.deep.equal([]);
  });

  it('works under Trusted Types that allow the policy "rivulet" alone', async () => {
    const { results, violations, said, error } = await under({
      'require-trusted-types-for': "'script'",
      'trusted-types': 'rivulet',
    });
    expect(error).to.equal(undefined);
    expect(results).to.deep.equal(ALL);
    expect([...violations, ...said].filter((each) => ABOUT.test(each))).to.deep.equal([]);
  });

  it('names that policy where it is not allowed', async () => {
    const { said } = await under({ 'require-trusted-types-for': "'script'", 'trusted-types': "'none'" });
    expect(said.join('\n')).to.include('trusted-types rivulet');
  });
});

describe('a page in a sandboxed frame', () => {
  it('names allow-same-origin where that is missing, for cameras and for codecs', async () => {
    const frame = document.createElement('iframe');
    frame.sandbox.add('allow-scripts');
    frame.allow = 'camera';
    frame.src = served('test/fixtures/dist/sandbox.html', { origin: await otherOrigin() });
    const told = new Promise<Report>((resolve) => {
      addEventListener('message', function listen({ source, data }) {
        if (source !== frame.contentWindow) return;
        removeEventListener('message', listen);
        resolve(data.report as Report);
      });
    });
    document.body.append(frame);
    const { results, error } = await told;
    frame.remove();
    expect(error).to.equal(undefined);
    expect(results.camera).to.match(/^CameraError: .*allow-same-origin/);
    expect(results.clip).to.match(/^MediaError: .*allow-same-origin/);
  });
});

import { expect } from '@esm-bundle/chai';

interface Problem {
  file: string;
  line: number;
  message: string;
}

const get = async <T>(name: string) => (await (await fetch(`/__types/${name}.json`)).json()) as T;
const files = await get<string[]>('files');

describe('types', function () {
  this.timeout(180_000);
  let problems: Problem[];

  before(async () => {
    problems = await get<Problem[]>('problems');
  });

  files.forEach((file) => {
    it(`compiles ${file.endsWith('.md') ? 'the samples of ' : ''}${file} under strict`, () => {
      const own = problems.filter((problem) => problem.file === file);
      expect(own.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n')).to.equal('');
    });
  });

  it('compiles the declarations themselves', () => {
    const others = problems.filter(({ file }) => !files.includes(file));
    expect(others.map(({ file, line, message }) => `${file}:${line}: ${message}`).join('\n')).to.equal('');
  });
});

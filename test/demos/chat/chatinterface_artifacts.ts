import { expect } from '@esm-bundle/chai';
import { chatIn } from '../../helpers/components/chat.ts';
import type { Check } from '../../helpers/demos.ts';
import { until } from '../../helpers/wait.ts';

const check: Check = async (page) => {
  const chat = await chatIn(page);
  const artifact = await page.find('#artifact');
  await chat.press('python please');
  await chat.last(/^assistant: Type Python/);
  await until(() => artifact.shadowRoot!.querySelector('.hljs-keyword')?.textContent === 'def', 'Python');
  chat.ask('what else?');
  await chat.last(/^assistant: Please ask/);
  expect(artifact.value).to.match(/^```python/);
  chat.ask('JavaScript');
  await until(() => String(artifact.value).startsWith('```js'), 'JavaScript');
};

export default check;

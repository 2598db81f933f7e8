import { checkTypes, typedFiles } from '../check/types.js';

/**
 * What the test of types asks the server: `/__types/files.json` names what is checked, `/__types/problems.json` has what
 * TypeScript says of it.
 */
export function types() {
  let problems;
  return {
    name: 'types',
    async serve({ path }) {
      if (path === '/__types/files.json') return json(await typedFiles());
      if (path === '/__types/problems.json') return json(await (problems ??= checkTypes()));
      return undefined;
    },
  };
}

const json = (value) => ({ type: 'json', body: JSON.stringify(value) });

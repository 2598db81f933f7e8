import * as rv from '../../../src/index.ts';
import { fuzz } from '../../helpers/components/fuzz.ts';

const says = (words: string) => (host: Element) => host.shadowRoot!.textContent!.includes(words);

fuzz('Dataframe', { make: () => new rv.Dataframe(), good: [['some words']], shows: says('some words') });
fuzz('HighlightedText', {
  make: () => new rv.HighlightedText(),
  good: [['some words', 'kind']],
  shows: says('some words'),
});
fuzz('HTML', { make: () => new rv.HTML(), good: '<b>bold words</b>', shows: says('bold words') });
fuzz('JSON', { make: () => new rv.JSON(), good: { some: ['words'] }, shows: says('some') });
fuzz('Label', { make: () => new rv.Label(), good: { cat: 0.8 }, shows: says('cat') });
fuzz('Markdown', { make: () => new rv.Markdown(), good: '**bold** words', shows: says('bold words') });
fuzz('State', { make: () => new rv.State(), good: 42, shows: (host) => host.value === 42 });
fuzz('BrowserState', { make: () => new rv.BrowserState(), good: 42, shows: (host) => host.value === 42 });
fuzz('Timer', { make: () => new rv.Timer(), good: 42, shows: (host) => host.value === 42 });

const table = { t: [0, 1], v: [1, 2] };
const drawn = (host: Element) => host.shadowRoot!.querySelector('canvas') && says('t from 0 to 1')(host);

fuzz('LinePlot', { make: () => new rv.LinePlot(), good: table, shows: drawn });
fuzz('BarPlot', { make: () => new rv.BarPlot(), good: table, shows: drawn });
fuzz('ScatterPlot', { make: () => new rv.ScatterPlot(), good: table, shows: drawn });
fuzz('Plot', {
  make: () => new rv.Plot(),
  good: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>',
  shows: (host) => host.shadowRoot!.querySelector('.figure circle'),
});
fuzz('Model3D', {
  make: () => new rv.Model3D(),
  good: new Blob(['{ "asset": { "version": "2.0" }, "scene": 0, "scenes": [{ "nodes": [] }] }']),
  shows: (host) => host.shadowRoot!.querySelector('model-viewer'),
});

/** @file Words: plots. */

import { COMMON } from './common.ts';
import { sayer } from './say.ts';

/** In English. */
export const PLOT = {
  readingFile: 'Reading the file',
  plotKeys: 'Arrow keys go from point to point; with Shift they select a range.',
  plot: 'plot',
  downloadKind: 'Download {kind}',
  tableData: 'Data',
  dataOf: 'Data of {name}',
  moreRows: '… {count} more rows',
  andMore: 'and {count} more',
  moreSeries: '{count} more',
  andOthers: '{names} and others',
  linePlotOf: 'Line plot of {y} by {x}',
  barPlotOf: 'Bar plot of {y} by {x}',
  scatterPlotOf: 'Scatter plot of {y} by {x}',
  seriesOf: '{count} series: {names}',
  noPoints: 'No points',
  points: { one: '{count} point', other: '{count} points' },
  categories: '{count} categories, {names}',
  fromTo: '{name} from {from} to {to}',
  yByX: '{y} by {x}',
  count: 'count',
  aggregateOf: '{aggregate} of {name}',
  thinned: '{count} points, thinned to the {left} that can be told apart.',
  firstDrawn: 'The first {most} of {count} values of “{name}” are drawn.',
  withoutX: {
    one: '{count} row without a value in “{name}” left out',
    other: '{count} rows without a value in “{name}” left out',
  },
  withoutYGaps: {
    one: '{count} row without a number in “{name}” drawn as gaps',
    other: '{count} rows without a number in “{name}” drawn as gaps',
  },
  withoutY: {
    one: '{count} row without a number in “{name}” left out',
    other: '{count} rows without a number in “{name}” left out',
  },
} as const;

/** Says words: plots; and those that several parts share. */
export const say = sayer({ ...COMMON, ...PLOT });

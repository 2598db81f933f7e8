import * as rv from '../../../src/index.ts';
import { fuzz } from '../../helpers/components/fuzz.ts';

const inside = (host: Element, selector: string) =>
  host.shadowRoot!.querySelector<HTMLInputElement>(selector);
const choices = ['add', 'subtract'];

fuzz('Button', {
  make: () => new rv.Button(),
  good: 'Go on',
  shows: (host) => inside(host, 'button')?.textContent?.includes('Go on'),
});
fuzz('Checkbox', {
  make: () => new rv.Checkbox(),
  good: true,
  shows: (host) => inside(host, 'input')?.checked,
});
fuzz('CheckboxGroup', {
  make: () => new rv.CheckboxGroup({ choices }),
  good: ['subtract'],
  shows: (host) => inside(host, 'input:checked'),
});
fuzz('ClearButton', {
  make: () => new rv.ClearButton(),
  good: 'Away',
  shows: (host) => inside(host, 'button')?.textContent?.includes('Away'),
});
fuzz('DownloadButton', {
  make: () => new rv.DownloadButton(),
  good: new File(['x'], 'x.txt'),
  shows: (host) => inside(host, 'button') && host.value instanceof File,
});
fuzz('Dropdown', {
  make: () => new rv.Dropdown({ choices }),
  good: 'subtract',
  shows: (host) => inside(host, 'input')?.value === 'subtract',
});
fuzz('Number', {
  make: () => new rv.Number(),
  good: 42.5,
  shows: (host) => inside(host, 'input')?.value === '42.5',
});
fuzz('Radio', {
  make: () => new rv.Radio({ choices }),
  good: 'subtract',
  shows: (host) => inside(host, 'input:checked'),
});
fuzz('Slider', {
  make: () => new rv.Slider(),
  good: 42,
  shows: (host) => inside(host, 'input[type=range]')?.value === '42',
});
fuzz('Textbox', {
  make: () => new rv.Textbox(),
  good: 'some words',
  shows: (host) => inside(host, 'input, textarea')?.value === 'some words',
});
fuzz('UploadButton', {
  make: () => new rv.UploadButton(),
  good: new File(['x'], 'x.txt'),
  shows: (host) => inside(host, 'input[type=file]') && host.value instanceof File,
});

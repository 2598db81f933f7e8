import { expect } from '@esm-bundle/chai';
import { sendKeys } from '@web/test-runner-commands';
import { RivDateTime } from '../../src/components/date-time/date-time.ts';
import { controlBattery } from '../helpers/components/control-battery.ts';
import { clearPage, mount, parse, record } from '../helpers/page.ts';

const entry = (host: RivDateTime) => host.shadowRoot!.getElementById('control') as HTMLInputElement;

async function write(text: string): Promise<void> {
  await sendKeys({ type: text });
  await sendKeys({ press: 'Enter' });
}

const given = async (host: RivDateTime) => ((await host.toHandler()) as { value: unknown }).value;

describe('riv-date-time', () => {
  controlBattery({
    tag: 'riv-date-time',
    make: (options) => new RivDateTime(options),
    options: { timezone: 'UTC' },
    attributes: 'timezone="UTC"',
    initial: null,
    value: 1893499200,
    valueAttribute: '1893499200',
    edit: () => write('2030-01-31 12:30:00'),
    edited: 1896093000,
    events: ['input', 'change'],
    empty: null,
  });

  afterEach(clearPage);

  it('gives a handler seconds, a Date or a text, whichever of them it holds', async () => {
    const seconds = 1896093000.25;
    const date = new Date(seconds * 1000);
    const text = '2030-01-31 12:30:00';
    const host = await mount(new RivDateTime({ label: 'When', timezone: 'UTC' }));
    for (const value of [seconds, date, '2030-01-31T12:30:00.25Z', text, '2030-01-31 14:30:00+02:00']) {
      host.fromHandler(value);
      await host.updateComplete;
      expect(entry(host).value).to.equal(text);
      host.type = 'string';
      expect(await given(host)).to.equal(text);
      host.type = 'date';
      expect(Math.floor(+((await given(host)) as Date) / 1000)).to.equal(1896093000);
      host.type = 'timestamp';
      expect(Math.floor((await given(host)) as number)).to.equal(1896093000);
    }
    expect(host.value).to.equal('2030-01-31 14:30:00+02:00');
  });

  it('reads and shows the clocks of its time zone, also on the day on which they change', async () => {
    const host = await mount(new RivDateTime({ label: 'When', timezone: 'Europe/Berlin' }));
    for (const [text, utc] of [
      ['2030-07-01 12:00:00', '2030-07-01T10:00:00Z'],
      ['2030-01-01 12:00:00', '2030-01-01T11:00:00Z'],
      ['2030-03-31 01:59:59', '2030-03-31T00:59:59Z'],
      ['2030-03-31 03:00:00', '2030-03-31T01:00:00Z'],
    ] as const) {
      host.fromHandler(text);
      expect(await given(host)).to.equal(Date.parse(utc) / 1000);
      host.fromHandler(Date.parse(utc) / 1000);
      await host.updateComplete;
      expect(entry(host).value).to.equal(text);
    }
    host.timezone = 'Asia/Kolkata';
    await host.updateComplete;
    expect(entry(host).value).to.equal('2030-03-31 06:30:00');
  });

  it('counts "now - 5m" anew for each run, and shows it as it is', async () => {
    const host = await mount(new RivDateTime({ label: 'When', value: 'now - 5m' }));
    expect(entry(host).value).to.equal('now - 5m');
    for (const [text, away] of [
      ['now', 0],
      ['now - 5m', -300],
      ['now-2h', -7200],
      ['now - 1d', -86_400],
      ['now + 30s', 30],
    ] as const) {
      host.fromHandler(text);
      expect((await given(host)) as number).to.be.closeTo(Date.now() / 1000 + away, 2);
    }
    host.fromHandler('now');
    host.type = 'date';
    expect(await given(host)).to.be.an.instanceOf(Date);
    host.type = 'string';
    expect(await given(host)).to.match(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  });

  it('leaves out the time of day when asked', async () => {
    const host = await parse<RivDateTime>(
      '<riv-date-time label="Day" type="string" include-time="false" value="2030-01-31"></riv-date-time>',
    );
    expect(entry(host).value).to.equal('2030-01-31');
    expect(await given(host)).to.equal('2030-01-31');
    expect(host.shadowRoot!.querySelector('[type=date]')).to.exist;
    host.type = 'timestamp';
    expect(await given(host)).to.equal(+new Date(2030, 0, 31) / 1000);
  });

  it('refuses what is no date, from a handler and from a script', async () => {
    const host = await mount(new RivDateTime({ label: 'When', value: 5 }));
    for (const wrong of ['soon', '2030-02-30', '2030-13-01', '2030-01-01 25:00', 'now - 5y', Number.NaN, {}])
      expect(() => host.fromHandler(wrong))
        .to.throw('When (riv-date-time) got')
        .with.property('message')
        .that.includes('expected seconds since 1970, a Date, or a text such as "2030-01-31 12:00:00"');
    host.value = 'soon';
    expect([host.value, host.message.includes('got "soon"')]).to.deep.equal([5, true]);
    host.timezone = 'Mars/Base';
    expect([host.timezone, host.message.includes('a time zone, such as "Europe/Berlin"')]).to.deep.equal([
      '',
      true,
    ]);
  });

  it('says what is wrong with a written text, keeps it, and takes the next one', async () => {
    const host = await mount(new RivDateTime({ label: 'When', timezone: 'UTC', type: 'string' }));
    const { seen, stop } = record(host, ['input', 'change', 'submit']);
    host.focus();
    await write('31.1.2030');
    await host.updateComplete;
    expect(seen).to.deep.equal([]);
    expect(host.message).to.equal(
      '“31.1.2030” is no date: write it as 2030-01-31 12:00:00, or now, or now - 5m',
    );
    expect(entry(host).value).to.equal('31.1.2030');
    entry(host).select();
    await write('2030-1-31');
    await host.updateComplete;
    stop();
    expect(seen.filter((name) => !name.includes('@'))).to.deep.equal(['input', 'change', 'submit']);
    expect([host.value, host.message]).to.deep.equal(['2030-01-31 00:00:00', '']);
  });

  it("takes what is picked in the browser's calendar", async () => {
    const host = await mount(new RivDateTime({ label: 'When', timezone: 'UTC' }));
    const { seen, stop } = record(host, ['input', 'change']);
    const native = host.shadowRoot!.querySelector<HTMLInputElement>('[type=datetime-local]')!;
    native.value = '2030-01-31T12:30';
    native.dispatchEvent(new Event('change', { bubbles: true }));
    stop();
    expect(seen.filter((name) => !name.includes('@'))).to.deep.equal(['input', 'change']);
    expect([host.value, entry(host).value]).to.deep.equal([1896093000, '2030-01-31 12:30:00']);
  });
});

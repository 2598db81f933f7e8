/** @file Reads the table of contents of a transport stream. */

/** Bytes of a transport stream in which its table of contents is to be found. */
const HEAD = 256 * 1024;
const PACKET = 188;
const SYNC = 0x47;

/** Kinds of sound by their number in the table. */
const KINDS: Record<number, string> = {
  3: 'MPEG audio',
  4: 'MPEG audio',
  15: 'AAC',
  17: 'AAC in LATM',
  28: 'AAC without a header',
  45: 'MPEG-H',
  128: 'PCM of a disc',
  129: 'AC-3',
  130: 'DTS',
  131: 'TrueHD',
  132: 'E-AC-3',
  133: 'DTS-HD',
  134: 'DTS-HD',
  135: 'E-AC-3',
};
/** Of what the table calls private: by the tag of a description of it. */
const TAGS: Record<number, string> = { 106: 'AC-3', 122: 'E-AC-3', 123: 'DTS', 124: 'AAC' };
/** And by a name of four letters. */
const NAMES: Record<string, string> = {
  'AC-3': 'AC-3',
  EAC3: 'E-AC-3',
  DTS1: 'DTS',
  DTS2: 'DTS',
  DTS3: 'DTS',
  Opus: 'Opus',
  BSSD: 'SMPTE 302M',
};
const PRIVATE = 0x06;
const REGISTERED = 0x05;

/** Returns the kinds of sound that the table of contents of a transport stream names; none where there is no table. */
export async function soundsOf(file: Blob): Promise<string[]> {
  const bytes = new Uint8Array(await file.slice(0, HEAD).arrayBuffer());
  const step = bytes[PACKET] === SYNC || bytes.length <= PACKET ? PACKET : PACKET + 4;
  let table = -1;
  for (let at = step - PACKET; at + PACKET <= bytes.length && bytes[at] === SYNC; at += step) {
    const packet = bytes.subarray(at, at + PACKET);
    const id = ((packet[1]! & 0x1f) << 8) | packet[2]!;
    const begins = (packet[1]! & 0x40) !== 0;
    if (!begins || (id !== 0 && id !== table)) continue;
    const section = sectionOf(packet);
    if (id !== 0) return section[0] === 2 ? listed(section) : [];
    // The first programme; number 0 is no programme.
    for (let entry = 8; entry + 4 <= end(section); entry += 4)
      if (table < 0 && (section[entry]! || section[entry + 1]!))
        table = ((section[entry + 2]! & 0x1f) << 8) | section[entry + 3]!;
  }
  return [];
}

/** The table that begins in a packet: as much of it as fits into one. */
function sectionOf(packet: Uint8Array): Uint8Array {
  const adapted = packet[3]! & 0x20 ? 1 + packet[4]! : 0;
  const start = 4 + adapted;
  return packet.subarray(start + 1 + (packet[start] ?? 0));
}

/** Where the entries of a table end: before its checksum. */
const end = (section: Uint8Array): number =>
  Math.min(section.length, 3 + (((section[1]! & 0x0f) << 8) | section[2]!) - 4);

function listed(section: Uint8Array): string[] {
  const found: string[] = [];
  const length = (at: number) => ((section[at]! & 0x0f) << 8) | section[at + 1]!;
  for (let at = 12 + length(10); at + 5 <= end(section); at += 5 + length(at + 3)) {
    const type = section[at]!;
    const words = section.subarray(at + 5, at + 5 + length(at + 3));
    const kind = type === PRIVATE ? described(words) : KINDS[type];
    if (kind) found.push(kind);
  }
  return found;
}

function described(words: Uint8Array): string | undefined {
  for (let at = 0; at + 2 <= words.length; at += 2 + words[at + 1]!) {
    const tag = words[at]!;
    const name =
      tag === REGISTERED ? NAMES[String.fromCharCode(...words.subarray(at + 2, at + 6))] : TAGS[tag];
    if (name) return name;
  }
  return undefined;
}

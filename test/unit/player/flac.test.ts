import { expect, it } from 'vitest';
import { flacFrame } from '../../../lib/player/flac';
import { mp4Fragment, mp4Head } from '../../../lib/player/mp4';

/** Names of the boxes of a file, in their order, with what is below them. */
function boxes(bytes: Uint8Array, from = 0, until = bytes.length): unknown[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const all: unknown[] = [];
  for (let at = from; at < until; ) {
    const size = view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    all.push(
      ['moov', 'trak', 'mdia', 'minf', 'stbl', 'mvex', 'moof', 'traf'].includes(name)
        ? [name, boxes(bytes, at + 8, at + size)]
        : name,
    );
    expect(size).toBeGreaterThanOrEqual(8);
    at += size;
  }
  return all;
}

it('samples are packed one by one, the high byte first, behind a head that names their count', () => {
  const frame = flacFrame(Uint8Array.of(0x34, 0x12, 0xff, 0xff, 0x00, 0x80), 0);
  expect([...frame.subarray(0, 7)]).toEqual([0xff, 0xf8, 0x70, 0x08, 0x00, 0x00, 0x02]);
  expect([...frame.subarray(8, 15)]).toEqual([0x02, 0x12, 0x34, 0xff, 0xff, 0x80, 0x00]);
  expect(frame).toHaveLength(17);
});

it('a frame of an hour later differs by its number alone, which takes more bytes', () => {
  const samples = new Uint8Array(8192);
  expect(flacFrame(samples, 7031).length - flacFrame(samples, 0).length).toBe(2);
});

it('the file has one track and no samples of its own; each fragment has its time and says where its bytes are', () => {
  expect(boxes(mp4Head(4096, 8000))).toEqual([
    'ftyp',
    [
      'moov',
      [
        'mvhd',
        [
          'trak',
          [
            'tkhd',
            ['mdia', ['mdhd', 'hdlr', ['minf', ['smhd', 'dinf', ['stbl', ['stsd', 'stts', 'stsc', 'stsz', 'stco']]]]]],
          ],
        ],
        ['mvex', ['trex']],
      ],
    ],
  ]);
  const frame = Uint8Array.of(1, 2, 3, 4);
  const fragment = mp4Fragment(frame, 2, 8192, 4096);
  expect(boxes(fragment)).toEqual([['moof', ['mfhd', ['traf', ['tfhd', 'tfdt', 'trun']]]], 'mdat']);
  const view = new DataView(fragment.buffer);
  const trun = fragment.length - frame.length - 8 - 20;
  expect([0, 4, 8, 12, 16].map((at) => view.getUint32(trun + at))).toEqual([0x301, 1, fragment.length - 4, 4096, 4]);
  expect([...fragment.subarray(-4)]).toEqual([...frame]);
});

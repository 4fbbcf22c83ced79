import type { GrowingCopy } from './growing-copy';

/**
 * What the audio element is answered: exactly the bytes it asked for, sent as they come. It asks from byte 0 first, then
 * from wherever a person jumps to. An answer that ignores the range would play the wrong place, and one without its
 * length would be no sound at all (both seen in Chromium).
 */
export async function answerRange(copy: GrowingCopy, range: string | null): Promise<Response> {
  let total: number;
  try {
    total = await copy.total();
  } catch {
    // The player knows and shows why; the element needs only an end.
    return new Response(null, { status: 404 });
  }
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  const from = Number(asked?.[1] ?? 0);
  const last = Math.min(asked?.[2] ? Number(asked[2]) : total - 1, total - 1);
  if (from > last) return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${total}` } });
  const headers = new Headers({
    'Content-Type': copy.state().head?.type ?? 'audio/wav',
    'Content-Length': String(last - from + 1),
    'Accept-Ranges': 'bytes',
    'Cache-Control': 'no-store',
  });
  if (asked) headers.set('Content-Range', `bytes ${from}-${last}/${total}`);
  return new Response(bodyOf(copy, from, last), { status: asked ? 206 : 200, headers });
}

function bodyOf(copy: GrowingCopy, from: number, last: number): ReadableStream<Uint8Array> {
  let at = from;
  return new ReadableStream({
    async pull(body) {
      const bytes = at > last ? undefined : await copy.read(at);
      if (!bytes) return body.close();
      const part = bytes.subarray(0, last - at + 1);
      at += part.length;
      body.enqueue(part);
    },
  });
}

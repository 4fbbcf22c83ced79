import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from './faults';

/** An HTTP answer before it is sent. */
export interface Answer {
  readonly code: number;
  readonly type: string;
  readonly body: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Bytes a second; undefined = as fast as it goes. */
  readonly rate?: number | undefined;
}

export const json = (value: unknown, code = 200): Answer => ({
  code,
  type: 'application/json;charset=UTF-8',
  body: JSON.stringify(value),
});

export const html = (body: string, code = 200): Answer => ({ code, type: 'text/html; charset=UTF-8', body });

/** Sends the answer, or what the fault makes of it. */
export async function send(res: ServerResponse, good: Answer, fault?: Fault): Promise<void> {
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'drop') {
    res.destroy();
    return;
  }
  if (fault?.kind === 'delay') await wait(fault.ms);
  const answer = spoilt(good, fault);
  const body = Buffer.from(answer.body);
  res.writeHead(answer.code, { 'Content-Type': answer.type, 'Content-Length': body.length, ...answer.headers });
  if (fault?.kind === 'cut') {
    res.write(body.subarray(0, Math.ceil(body.length / 2)), () => res.destroy());
    return;
  }
  if (answer.rate === undefined) res.end(body);
  else await trickle(res, body, answer.rate);
}

function spoilt(answer: Answer, fault: Fault | undefined): Answer {
  switch (fault?.kind) {
    case 'http':
      return { code: fault.code, type: 'text/plain', body: `Error ${fault.code}\n` };
    case 'garbage':
      return { ...answer, body: `${answer.body.toString().slice(0, 40)}\u0000\u0007,,,"` };
    case 'bytes':
      return { ...answer, body: fault.bytes };
    case 'html':
      return html('<!DOCTYPE html><html><head><title>Welcome</title></head><body>Please log in</body></html>');
    case 'forbidden':
      return html('<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1></body></html>', 403);
    case 'enormous':
      return { ...answer, body: ' '.repeat(fault.bytes) + answer.body.toString() };
    default:
      return answer;
  }
}

/** Ten portions a second. */
async function trickle(res: ServerResponse, body: Buffer, rate: number): Promise<void> {
  const portion = Math.max(1, Math.round(rate / 10));
  for (let at = 0; at < body.length && !res.destroyed; at += portion) {
    res.write(body.subarray(at, at + portion));
    if (at + portion < body.length) await wait(100);
  }
  res.end();
}

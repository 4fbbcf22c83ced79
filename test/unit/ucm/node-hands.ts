import { request as httpsRequest } from 'node:https';
import { type Hands, HandsFailure, type HandsRequest } from '../../../lib/hands/hands';
import type { Ucm } from '../../sim';

/** Hands that reach a simulated UCM over TLS, trusting its certificate; whatever else is asked is refused. */
export function nodeHands(ucm: Ucm) {
  const asked: HandsRequest[] = [];
  /** what `Set-Cookie` said last, to a request that keeps cookies */
  const wire: { jar: string | undefined } = { jar: undefined };
  const hands: Hands = {
    async fetch(request) {
      asked.push(request);
      const { host } = new URL(request.url);
      if (host !== `${ucm.host}:${ucm.port}`) throw new HandsFailure('net::ERR_CONNECTION_REFUSED');
      return new Promise((resolve, reject) => {
        const { method, headers } = request;
        const sent = httpsRequest(
          request.url,
          { method, headers, ca: ucm.certificate.cert, agent: false },
          (answer) => {
            const parts: Buffer[] = [];
            answer.on('data', (part: Buffer) => parts.push(part));
            answer.on('end', () => {
              if (request.cookies) wire.jar = answer.headers['set-cookie']?.[0]?.split(';')[0] ?? wire.jar;
              const authenticate = answer.headers['www-authenticate'];
              resolve({
                status: answer.statusCode ?? 0,
                contentType: answer.headers['content-type'] ?? '',
                ...(authenticate === undefined ? {} : { authenticate }),
                bytes: new Uint8Array(Buffer.concat(parts)),
              });
            });
          },
        );
        sent.on('error', () => reject(new HandsFailure('net::ERR_FAILED')));
        sent.end(request.body);
      });
    },
    async stream(request, signal) {
      const { bytes, ...head } = await hands.fetch(request, signal);
      let left: Uint8Array | undefined = bytes;
      return {
        ...head,
        length: bytes.length,
        async next() {
          const piece = left;
          left = undefined;
          return piece?.length ? piece : undefined;
        },
        cancel() {
          left = undefined;
        },
      };
    },
  };
  return Object.assign(wire, { hands, asked });
}

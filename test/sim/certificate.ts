import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

export interface Certificate {
  /** PEM. */
  readonly key: string;
  readonly cert: string;
}

export interface CertificateOptions {
  /** who signs it; default: itself */
  readonly by?: Certificate & { readonly commonName: string };
  /** a name instead of this computer's */
  readonly name?: string;
  /** days from now; default from yesterday for two years */
  readonly from?: number;
  readonly until?: number;
}

/**
 * A self-signed X.509 certificate for 127.0.0.1, ::1 and localhost, as a UCM makes one for itself (section 6):
 * RSA 2048, SHA-256, valid from yesterday for two years. Written in DER by hand, so that neither openssl nor a package
 * is needed.
 */
export function createCertificate(commonName = 'Grandstream UCM', options: CertificateOptions = {}): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { by, name, from = -1, until = 729 } = options;
  const algorithm = sequence(oid('1.2.840.113549.1.1.11'), der(0x05));
  const called = (who: string) =>
    sequence(attribute('2.5.4.10', 'Grandstream Networks, Inc.'), attribute('2.5.4.3', who));
  const serial = randomBytes(12);
  // The first bit would make the serial negative.
  serial[0] = ((serial[0] ?? 0) & 0x7f) | 0x40;
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    algorithm,
    called(by?.commonName ?? commonName),
    sequence(time(inDays(from)), time(inDays(until))),
    called(commonName),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions(name)),
  );
  const signature = createSign('sha256')
    .update(body)
    .sign(by?.key ?? privateKey);
  const whole = sequence(body, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
  };
}

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

function extensions(name: string | undefined): Buffer {
  const own = [
    der(0x82, Buffer.from('localhost')),
    der(0x87, Buffer.from([127, 0, 0, 1])),
    der(0x87, Buffer.from([...new Array<number>(15).fill(0), 1])),
  ];
  const names = sequence(...(name === undefined ? own : [der(0x82, Buffer.from(name))]));
  // digitalSignature, keyEncipherment, keyCertSign: browsers refuse a server key without the first.
  const usage = der(0x03, Buffer.from([2, 0b1010_0100]));
  return sequence(
    sequence(oid('2.5.29.19'), der(0x01, Buffer.from([0xff])), der(0x04, sequence(der(0x01, Buffer.from([0xff]))))),
    sequence(oid('2.5.29.15'), der(0x01, Buffer.from([0xff])), der(0x04, usage)),
    sequence(oid('2.5.29.37'), der(0x04, sequence(oid('1.3.6.1.5.5.7.3.1')))),
    sequence(oid('2.5.29.17'), der(0x04, names)),
  );
}

const attribute = (type: string, value: string) => der(0x31, sequence(oid(type), der(0x0c, Buffer.from(value))));

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);

/** Tag, length, value. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const { length } = value;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), value]);
  const bytes = length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...bytes]), value]);
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const part of rest) {
    const groups = [part & 0x7f];
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return der(0x06, Buffer.from(bytes));
}

/** UTCTime, good until 2049. */
const time = (date: Date) => der(0x17, Buffer.from(`${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`));

import { type Answer, json } from '../../answer';

/** A refusal of the REST server; `code` is the HTTP status. */
export class RestError extends Error {
  readonly code: number;
  readonly extra: string | undefined;
  constructor(code: number, message: string, extra?: string) {
    super(message);
    this.code = code;
    this.extra = extra;
  }
}

const NAMES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  500: 'Internal Server Error',
  501: 'Not Implemented',
  503: 'Service Unavailable',
};

/** The server's error body: code, message behind the status' name, further causes under "0"; debug out of production. */
export function restError(error: RestError): Answer {
  const name = NAMES[error.code] ?? 'Error';
  const message = error.message === name ? name : `${name}: ${error.message}`;
  return json(
    {
      error: { code: error.code, message, ...(error.extra === undefined ? {} : { 0: error.extra }) },
      debug: {
        source: 'simulated.class.php:1 at call stage',
        stages: { success: ['get', 'route'], failure: ['call', 'message'] },
      },
    },
    error.code,
  );
}

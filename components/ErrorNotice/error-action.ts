import type { ErrorCode } from '../../lib/errors';

/** The button that helps: set something right in the options, ask once more, load the page anew, or take the file. */
export type ErrorAction = 'options' | 'retry' | 'reload' | 'download';

const settled: Partial<Record<ErrorCode, ErrorAction>> = {
  'not-set-up': 'options',
  'secrets-gone': 'options',
  'no-site-access': 'options',
  'ucm-refused': 'options',
  'ucm-unknown-host': 'options',
  'ucm-certificate': 'options',
  'ucm-certificate-name': 'options',
  'ucm-certificate-expired': 'options',
  'ucm-wrong-password': 'options',
  'ucm-unknown-user': 'options',
  'ucm-answer': 'options',
  'ucm-needs-https': 'options',
  'ucm-cookie-header': 'options',
  'recording-format': 'download',
  // ends with a test of the connection, which is made there; until then nothing is asked of the UCM
  'ucm-banned': 'options',
  'ucm-ban-over': 'options',
  'ucm-login-forbidden': 'options',
  'ucm-captcha': 'options',
  'ucm-no-permission': 'options',
  'ucm-session-taken': 'options',
  'dolibarr-certificate': 'options',
  'dolibarr-key': 'options',
  'dolibarr-address': 'options',
  'dolibarr-redirect': 'options',
  'dolibarr-answer': 'options',
  'notes-off': 'options',
  forbidden: 'reload',
  'invalid-question': 'reload',
};

export function actionFor(code: ErrorCode): ErrorAction {
  return settled[code] ?? 'retry';
}

import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type Answer, html } from '../answer';
import { createKey } from './key';
import { loginPage } from './pages/login';
import { DEFAULT_LANGUAGE, type Page } from './pages/page';
import { route, submit } from './pages/route';
import { LIB_FOOT, LIB_HEAD } from './pages/script';
import { styleSheet } from './pages/style';
import { wordsOf } from './pages/words';
import type { Instance } from './rest/context';
import type { User } from './user';

/** The web pages of one instance, with their sessions. */
export interface Web {
  answer(req: IncomingMessage, path: string, query: URLSearchParams, body: string): Answer;
  /** A `name=value` cookie of a fresh session of that user. */
  sessionCookie(user: User): string;
  endSessions(): void;
}

const PHONE = /iPhone|Android.*Mobile|Mobile.*Firefox/;

export function createWeb(instance: Instance, root: string): Web {
  const { options, state, version } = instance;
  const cookieName = `DOLSESSID_${randomBytes(20).toString('hex')}`;
  const sessions = new Map<string, User>();
  const token = createKey(16);

  function visitor(req: IncomingMessage): User | undefined {
    if (options.session === false) return state.users.get(options.pageUser ?? 1);
    const cookies = (req.headers.cookie ?? '').split(/; */);
    const own = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`));
    return sessions.get(own?.slice(cookieName.length + 1) ?? '');
  }

  function open(user: User): string {
    const id = createKey(13);
    sessions.set(id, user);
    return `${cookieName}=${id}`;
  }

  const headers = {
    'X-Frame-Options': 'SAMEORIGIN',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    ...(version >= 20 ? { 'Referrer-Policy': 'same-origin' } : {}),
    ...(options.csp === undefined ? {} : { 'Content-Security-Policy': options.csp }),
  };
  const page = (text: string, code = 200, more: Record<string, string> = {}): Answer => ({
    ...html(text, code),
    headers: { ...headers, ...more },
  });

  function asset(path: string): Answer | undefined {
    if (/^\/theme\/(?:eldy|md)\/style\.css\.php$/.test(path)) {
      const css = styleSheet(version, options.theme ?? 'eldy', options.dark ?? false);
      return { code: 200, type: 'text/css; charset=UTF-8', body: css };
    }
    if (path === '/favicon.ico') return { code: 204, type: 'image/x-icon', body: '' };
    const script =
      path === '/core/js/lib_head.js.php' ? LIB_HEAD : path === '/core/js/lib_foot.js.php' ? LIB_FOOT : undefined;
    return script === undefined ? undefined : { code: 200, type: 'text/javascript; charset=UTF-8', body: script };
  }

  function signIn(form: URLSearchParams): Answer {
    const user = [...state.users.values()].find(
      (one) => one.login === form.get('username') && one.password === form.get('password') && !one.disabled,
    );
    if (!user) return page(loginPage(stranger(new URLSearchParams()), true));
    const cookie = `${open(user)}; Path=/; HttpOnly; SameSite=Lax`;
    return page('', 302, { Location: `${root}/index.php?mainmenu=home`, 'Set-Cookie': cookie });
  }

  function stranger(query: URLSearchParams): Omit<Page, 'user'> {
    const words = wordsOf(options.language ?? DEFAULT_LANGUAGE);
    return { instance, root, words, query, phoneLayout: false, token };
  }

  return {
    endSessions: () => sessions.clear(),
    sessionCookie: open,
    answer(req, path, query, body) {
      const file = asset(path);
      if (file) return file;
      const form = req.method === 'POST' ? new URLSearchParams(body) : undefined;
      if (form?.get('actionlogin') === 'login') return signIn(form);
      const user = visitor(req);
      // A session that has run out: 200 and the login page, whatever was asked.
      if (!user) return page(loginPage(stranger(query), false));
      const shown: Page = { ...stranger(query), user, phoneLayout: PHONE.test(req.headers['user-agent'] ?? '') };
      if (path === '/user/logout.php') {
        sessions.clear();
        return page('', 302, { Location: `${root}/index.php` });
      }
      const next = form && submit(shown, path, form);
      if (next !== undefined) return page('', 302, { Location: next });
      const text = route(shown, path);
      return text === undefined ? page('<h1>Not Found</h1>', 404) : page(text);
    },
  };
}

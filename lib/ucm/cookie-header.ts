/**
 * The header `Cookie` of requests, which no program in a browser may set itself: the browser does, by a rule. The caller
 * of this component provides it; it holds a session's secret.
 */
export interface CookieHeader {
  /** The browser lets the extension have such a rule. */
  allowed(): Promise<boolean>;
  /** From now on what the extension itself asks below this address bears it; any rule before that is gone. */
  set(address: string, value: string): Promise<void>;
  /** Nothing bears it any more. Harmless at any time. */
  clear(): Promise<void>;
}

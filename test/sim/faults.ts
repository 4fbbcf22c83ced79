/** What may go wrong with one answer. Without an own name for it, a fault hits the answer and not the work behind it. */
export type Fault =
  | { readonly kind: 'status'; readonly status: number; readonly response?: Readonly<Record<string, unknown>> }
  /** An HTTP error with a short text. */
  | { readonly kind: 'http'; readonly code: number }
  /** Milliseconds before the answer. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** Never answers. */
  | { readonly kind: 'hang' }
  /** Half of the answer, then the connection is gone. */
  | { readonly kind: 'cut' }
  /** The connection is closed without an answer. */
  | { readonly kind: 'drop' }
  /** 200 and broken JSON. */
  | { readonly kind: 'garbage' }
  /** 200 and a web page. */
  | { readonly kind: 'html' }
  /** 200 and these bytes in the place of the answer's. */
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  /** 403 and a web page, as for a client that is not on the list of permitted addresses. */
  | { readonly kind: 'forbidden' }
  /** UCM: the cookie has just run out. */
  | { readonly kind: 'expire' }
  /** UCM: half of the rows of this page; the others would come with the offset right after the ones that came. */
  | { readonly kind: 'short' }
  /** UCM: the page that was sent before, once more. */
  | { readonly kind: 'repeat' }
  /** The answer with this many bytes of blanks in front. */
  | { readonly kind: 'enormous'; readonly bytes: number };

export interface Faults {
  /** Puts a fault in wait for the next `times` requests of that name; `*` for any. */
  add(name: string, fault: Fault, times?: number): void;
  /** Takes what waits for a request of that name. */
  take(name: string): Fault | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  const waiting: { name: string; fault: Fault }[] = [];
  return {
    add(name, fault, times = 1) {
      for (let n = 0; n < times; n++) waiting.push({ name, fault });
    },
    take(name) {
      const place = waiting.findIndex((one) => one.name === '*' || one.name === name);
      return place < 0 ? undefined : waiting.splice(place, 1)[0]?.fault;
    },
    clear: () => waiting.splice(0),
  };
}

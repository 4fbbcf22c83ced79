/**
 * The address in a pasted text: the first with a scheme, as a mail or a note has it among its words, else all of it. Without
 * signs around it or ones that cannot be seen; a slash or colon that got lost is put back, and WebSocket's scheme is HTTP's.
 */
export function addressIn(pasted: string): string {
  const seen = pasted.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
  const [whole = seen] = /(?<![^\s<("'«:])(?:https?|wss?):\/\/[^\s<>"«»]+/i.exec(seen) ?? [];
  const bare = whole.replace(/^[<"'«(\s]+|[>"'»),.;!\s]+$/g, '').replace(/^\/\//, '');
  if (/^[0-9a-f]*(?::[0-9a-f]*){2,7}$/i.test(bare)) return `[${bare}]`;
  return bare.replace(/^(?:http|ws)(s?)(?::\/\/?|\/\/)(?=[^/])/i, 'http$1://');
}

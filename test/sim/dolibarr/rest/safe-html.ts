const KEPT = ['a', 'b', 'br', 'div', 'em', 'i', 'li', 'p', 'span', 'strong', 'u', 'ul'];

/** A note as Dolibarr keeps it: HTML, and of its tags those of a short list (section 4). */
export function safeHtml(text: string): string {
  return text
    .replace(/<(script|style)[^>]*>.*?<\/\1>/gis, '')
    .replace(/<\/?([a-z][a-z0-9]*)[^>]*>/gi, (tag, name: string) =>
      KEPT.includes(name.toLowerCase()) ? tag.replace(/\son\w+="[^"]*"/gi, '') : '',
    );
}

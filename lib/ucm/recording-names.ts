const longestName = 256;

/**
 * The file names of a `recordfiles` value, month folder included, each once (section 4.1): separated by `@` in CDRs,
 * by commas elsewhere, or a list in JSON. Names that climb (`..`) or are longer than any file's are left out.
 */
export function recordingNames(value: unknown): string[] {
  if (value === '' || value === undefined || value === null) return [];
  const parts = Array.isArray(value) ? value : typeof value === 'string' ? split(value) : [];
  const names = new Set<string>();
  for (const part of parts) {
    const name = typeof part === 'string' ? part.trim() : '';
    if (name !== '' && name.length <= longestName && !name.includes('..')) names.add(name);
  }
  return [...names];
}

function split(text: string): unknown[] {
  if (text.startsWith('[')) {
    try {
      const list: unknown = JSON.parse(text);
      if (Array.isArray(list)) return list;
    } catch {
      // Not JSON after all: a name may begin like that.
      return text.split(separators);
    }
  }
  return text.split(separators);
}

const separators = /[@,;\r\n]+/;

/** Seconds of the first file that `recordfiles_desc` states: `duration=420,size=6722764B,…@`; 0 when it does not. */
export function recordedSeconds(description: string): number {
  if (description === '') return 0;
  return Number(/(?:^|[,@])\s*duration=(\d{1,6})/.exec(description)?.[1] ?? 0);
}

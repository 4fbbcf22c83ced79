/** Gives a file to the person, into the folder of downloads. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  // The browser has begun to read it by then; at once would be too early for a large one.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

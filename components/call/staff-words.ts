/** An extension with the name it bears in the UCM, where that is known: `201 Claire Morel`. */
export function staffWords(extension: string, staff: Readonly<Record<string, string>> | undefined): string {
  const name = staff && Object.hasOwn(staff, extension) ? staff[extension] : undefined;
  return name ? `${extension} ${name}` : extension;
}

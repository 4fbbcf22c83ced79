import type { FilePart } from '../../lib/questions/questions';
import { saveFile } from '../form/save-file';

/** Fetches a file part by part and gives it to the person, under the name that the background chose. */
export async function saveRecording(part: (at: number) => Promise<FilePart>): Promise<void> {
  const parts: BlobPart[] = [];
  let got: FilePart;
  let size = 0;
  do {
    got = await part(size);
    parts.push(Uint8Array.from(atob(got.bytes), (letter) => letter.charCodeAt(0)));
    size += got.size;
  } while (size < got.total && got.size > 0);
  saveFile(new Blob(parts, { type: got.type }), got.name);
}

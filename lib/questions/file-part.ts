/** A part of a file, less than a message may hold. */
export interface FilePart {
  name: string;
  type: string;
  /** bytes of the whole file */
  total: number;
  /** of this part */
  size: number;
  /** base64: messages hold no bytes */
  bytes: string;
}

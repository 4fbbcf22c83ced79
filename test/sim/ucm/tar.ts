/** A tar archive (ustar) of these files. */
export function tarOf(files: readonly { readonly name: string; readonly bytes: Buffer }[]): Buffer {
  const blocks = files.flatMap(({ name, bytes }) => {
    const rest = (512 - (bytes.length % 512)) % 512;
    return [head(name, bytes.length), bytes, Buffer.alloc(rest)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function head(name: string, size: number): Buffer {
  const block = Buffer.alloc(512);
  block.write(name.slice(0, 99), 0);
  block.write('0000644\0', 100);
  block.write('0000000\0', 108);
  block.write('0000000\0', 116);
  block.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  block.write('00000000000\0', 136);
  block.write('        ', 148);
  block.write('0', 156);
  block.write('ustar\0', 257);
  block.write('00', 263);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return block;
}

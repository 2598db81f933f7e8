/** Packs files into one archive. Loads what does so with the first of them. */
export async function zipFiles(files, ctx) {
  if (!files) throw new ctx.Error('There are no files yet: give one, or pick the example.');
  const { zipSync } = await import('./fflate.mjs');
  const packed = {};
  for (const [done, file] of files.entries()) {
    ctx.progress([done, files.length], file.name);
    packed[freeName(file.name, packed)] = new Uint8Array(await file.arrayBuffer());
  }
  return new File([zipSync(packed)], 'files.zip', { type: 'application/zip' });
}

/** Two files of one name both find their place: `a.txt`, `a (2).txt`. */
function freeName(name, taken) {
  let free = name;
  for (let number = 2; free in taken; number++) free = name.replace(/(\.[^.]*)?$/, ` (${number})$1`);
  return free;
}

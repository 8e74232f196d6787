import inter from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';
import type { PictureFile } from './export.ts';

/** The face of the interface as a rule for a style sheet; a picture that is painted sees none of the page's. */
async function faceRule(): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(inter)).arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const address = `data:font/woff2;base64,${btoa(binary)}`;
  return `@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${address}) format('woff2')}`;
}

/**
 * Paints a picture.
 * @param times how many pixels to a px
 * @returns a PNG
 * @throws Error where it is larger than the browser can paint
 */
export async function pngOf({ svg, width, height }: PictureFile, times: number): Promise<Blob> {
  // Without its face it is painted in the system's.
  const face = await faceRule().catch(() => '');
  const styled = svg.replace('<title>', `<style>${face}</style><title>`);
  const address = URL.createObjectURL(new Blob([styled], { type: 'image/svg+xml' }));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * times);
    canvas.height = Math.round(height * times);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    if (blob === null) throw new Error('The picture is too large to be painted.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

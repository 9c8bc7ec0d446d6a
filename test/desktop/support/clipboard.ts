import type { Page } from 'playwright';
import { Painter } from '../../../src/shared/sample/painter.ts';

/** Pastes a small picture, as a screenshot is, where the focus is. */
export async function pastePicture(page: Page): Promise<void> {
  const picture = new Painter(40, 20, [255, 0, 0]);
  const base64 = Buffer.from(await picture.png()).toString('base64');
  await page.evaluate((base64) => {
    const data = new DataTransfer();
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    data.items.add(new File([bytes], 'image.png', { type: 'image/png' }));
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
  }, base64);
}

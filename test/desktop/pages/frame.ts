import type { Locator, Page } from 'playwright';

/** What stays while pages come and go. */
export class Frame {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  heading(name: string): Locator {
    return this.#page.getByRole('main').getByRole('heading', { level: 1, name });
  }
  async goTo(name: string): Promise<void> {
    await this.#page
      .getByRole('navigation', { name: 'Pages' })
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .click();
    await this.heading(name).waitFor();
  }
  /** The menu behind the client's name. */
  async engagementMenu(item: string): Promise<void> {
    await this.#page.getByRole('button', { name: /^Engagement / }).press('Enter');
    await this.#page.getByRole('menuitem', { name: item }).press('Enter');
  }
}

import type { Locator, Page } from 'playwright';

/** A new engagement in four steps. */
export class WizardPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get heading(): Locator {
    return this.#page.getByRole('heading', { name: 'New engagement' });
  }
  field(name: string): Locator {
    return this.#page.getByLabel(name, { exact: true });
  }
  async next(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Next' }).click();
  }
  async make(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Make the engagement' }).click();
  }
}

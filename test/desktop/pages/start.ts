import type { Locator, Page } from 'playwright';

/** The first page: three doors and what was opened before. */
export class StartPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get main(): Locator {
    return this.#page.getByRole('main');
  }
  get heading(): Locator {
    return this.main.getByRole('heading', { name: 'Fieldbook' });
  }
  door(name: 'Open the sample engagement' | 'New engagement' | 'Open a file'): Locator {
    return this.#page.getByRole('button', { name });
  }
  recent(client: string): Locator {
    return this.#page
      .getByRole('region', { name: 'Opened before' })
      .getByRole('button', { name: new RegExp(`^${client}`) });
  }
  /** Asks for the passphrase of a file. */
  get dialog(): Locator {
    return this.#page.getByRole('dialog', { name: /^Open / });
  }
  async openWith(passphrase: string): Promise<void> {
    await this.dialog.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.dialog.getByRole('button', { name: 'Open', exact: true }).click();
  }
}

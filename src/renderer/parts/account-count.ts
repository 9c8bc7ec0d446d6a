import type { Snapshot } from '../data/snapshot.ts';
import type { WindowWords } from '../words.ts';

/** How many accounts a snapshot is of; those that refused are no part of what it says. */
export function accountCount({ accounts }: Pick<Snapshot, 'accounts'>, { t }: WindowWords): string {
  const entered = accounts.filter(({ refused }) => refused === null).length;
  const all = accounts.length;
  return entered === all
    ? t('overview.accounts', { count: all })
    : t('overview.accountsEntered', { entered, all });
}

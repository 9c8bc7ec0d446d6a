import { useWords } from '../words.ts';

export function Loading() {
  const { t } = useWords();
  return (
    <main className="centre" aria-busy="true">
      <p className="secondary">{t('overview.loading')}</p>
    </main>
  );
}

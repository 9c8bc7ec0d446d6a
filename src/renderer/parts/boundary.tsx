import { Component, type ReactNode } from 'react';
import { windowWords } from '../words.ts';

/** The last resort: a window that breaks says so instead of going white. */
export class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (!error) return this.props.children;
    // Whatever broke may have been the words in use, so these are found anew.
    const { t } = windowWords(navigator.language, undefined);
    return (
      <main className="centre">
        <div className="card problem" role="alert">
          <p>
            <strong>{t('problem.broken')}</strong>
          </p>
          <pre>{error.message}</pre>
          <button type="button" onClick={() => window.location.reload()}>
            {t('problem.reload')}
          </button>
        </div>
      </main>
    );
  }
}

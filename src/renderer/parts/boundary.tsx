import { Component, type ReactNode } from 'react';
import type en from '../../../resources/texts/en/broken.json';
import { byLanguage, languageOf } from '../../shared/model/languages.ts';

/** The last resort: a window that breaks says so instead of going white. */
export class Boundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    return this.state.error ? <Broken error={this.state.error} /> : this.props.children;
  }
}

/** Whatever broke may have been the words in use, so these are always there. */
const tables = byLanguage(
  import.meta.glob<typeof en>('../../../resources/texts/*/broken.json', { eager: true, import: 'default' }),
);

export function Broken({ error }: { error: Error }) {
  const texts = tables[languageOf(navigator.language)];
  return (
    <main className="centre">
      <div className="card problem" role="alert">
        <p className="strong">{texts.what}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
        <pre tabIndex={0}>{error.message}</pre>
        <button type="button" onClick={() => window.location.reload()}>
          {texts.reload}
        </button>
      </div>
    </main>
  );
}

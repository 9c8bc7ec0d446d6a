import { Component, type ReactNode } from 'react';
import en from '../../../resources/texts/en/broken.json' with { type: 'json' };
import es from '../../../resources/texts/es/broken.json' with { type: 'json' };
import { languageOf } from '../../shared/words.ts';

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
export function Broken({ error }: { error: Error }) {
  const texts = { en, es }[languageOf(navigator.language)];
  return (
    <main className="centre">
      <div className="card problem" role="alert">
        <p className="strong">{texts.what}</p>
        <pre>{error.message}</pre>
        <button type="button" onClick={() => window.location.reload()}>
          {texts.reload}
        </button>
      </div>
    </main>
  );
}

import { type FormEvent, useId, useState } from 'react';
import type { Requested } from '../../shared/contract/desktop.ts';
import { asFieldbookError, type ErrorData } from '../../shared/contract/errors.ts';
import { fieldbook } from '../fieldbook.ts';
import { Problem } from '../parts/problem.tsx';
import { useCall } from '../use-call.ts';
import { useWords } from '../words.ts';

interface Props {
  requested: Requested | null;
  /** No call gets through while the engine is away. */
  ready: boolean;
}

/** Which file, and its passphrase. That it is open, the window learns from the engine's own event. */
export function OpenEngagement({ requested, ready }: Props) {
  const { t } = useWords();
  const ids = { file: useId(), passphrase: useId() };
  const [path, setPath] = useState(requested?.path ?? '');
  const [passphrase, setPassphrase] = useState('');
  const [readonly, setReadonly] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorData | null>(requested?.error ?? null);

  const choose = async () => {
    const chosen = await fieldbook.desktop.chooseEngagement({});
    if (chosen.path !== null) setPath(chosen.path);
  };
  const open = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(null);
    try {
      await fieldbook.engagement.open({ path, passphrase, readonly });
    } catch (problem) {
      setError(asFieldbookError(problem).toData());
      setBusy(false);
    }
  };

  return (
    <main className="centre">
      <form className="card open" onSubmit={(event) => void open(event)}>
        <h1>{t('open.title')}</h1>
        <p className="secondary">{t('open.lead')}</p>
        <label htmlFor={ids.file}>{t('open.file')}</label>
        <div className="with-button">
          <input
            id={ids.file}
            value={path}
            onChange={(event) => setPath(event.target.value)}
            spellCheck={false}
            autoComplete="off"
            required
          />
          <button type="button" onClick={() => void choose()}>
            {t('open.chooseShort')}
          </button>
        </div>
        <label htmlFor={ids.passphrase}>{t('open.passphrase')}</label>
        <input
          id={ids.passphrase}
          type="password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.target.value)}
          autoComplete="off"
          required
        />
        <label className="check">
          <input type="checkbox" checked={readonly} onChange={(event) => setReadonly(event.target.checked)} />
          {t('open.readonly')}
        </label>
        {error && <Problem error={error} />}
        <button type="submit" className="primary" disabled={busy || !ready}>
          {t(busy ? 'open.opening' : 'open.submit')}
        </button>
      </form>
      <Recent ready={ready} onChoose={setPath} />
    </main>
  );
}

function Recent({ ready, onChoose }: { ready: boolean; onChoose: (path: string) => void }) {
  const { t, moment } = useWords();
  const title = useId();
  const recent = useCall(ready ? 'recent' : null, (signal) => fieldbook.engagement.recent({}, { signal }));
  if (!recent.data) return null;
  return (
    <section className="recent" aria-labelledby={title}>
      <h2 id={title}>{t('open.recent')}</h2>
      {recent.data.files.length === 0 && <p className="secondary">{t('open.none')}</p>}
      <ul>
        {recent.data.files.slice(0, 5).map((file) => (
          <li key={file.path}>
            <button type="button" className="quiet" onClick={() => onChoose(file.path)}>
              <strong>{file.client}</strong>
              <span className="secondary">{moment(file.openedAt)}</span>
              <code>{file.path}</code>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

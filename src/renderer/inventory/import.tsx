import { Button, Modal, Select } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type ImportField, importFields, type Mapping } from '../../shared/contract/inventory.ts';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { fieldbook } from '../fieldbook.ts';
import { FileButton } from '../parts/file-button.tsx';
import { tell, tellProblem } from '../parts/notify.tsx';
import { Problem } from '../parts/problem.tsx';
import { useWords } from '../words.ts';
import classes from './inventory.module.css';

type Preview = Answer<'inventory', 'previewImport'>;

/** A list of the client becomes systems: which column is what, what would come of it, what is wrong with it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t, number } = useWords();
  const [path, setPath] = useState<string>();
  const [mapping, setMapping] = useState<Mapping>();
  const [busy, setBusy] = useState(false);
  const { data, error } = useQuery({
    ...ask('inventory', 'previewImport', { path: path ?? '-', ...(mapping && { mapping }) }),
    enabled: path !== undefined,
    placeholderData: keepPreviousData,
    // The file may have been corrected meanwhile.
    gcTime: 0,
  });
  const choose = (file: File | null) => {
    if (!file) return;
    setMapping(undefined);
    setPath(window.fieldbook.pathOf(file));
  };
  const submit = async () => {
    setBusy(true);
    try {
      const { added, changed, step } = await fieldbook.inventory.import({
        path: path!,
        mapping: data!.mapping,
      });
      tell(t('inventory.importing.done', { added, changed }), () => fieldbook.history.undo({ step }));
      onClose();
    } catch (problem) {
      tellProblem(problem);
      setBusy(false);
    }
  };
  const sound = data !== undefined && data.problems.length === 0 && data.added + data.changed > 0;
  return (
    <Modal
      opened
      size="72rem"
      onClose={onClose}
      title={t('inventory.importing.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="form">
        <p className="secondary">{t('inventory.importing.note')}</p>
        <div className={classes.file}>
          <FileButton accept=".csv,.tsv,.txt,.xlsx" onChange={choose}>
            {(props) => <Button {...props}>{t('inventory.importing.choose')}</Button>}
          </FileButton>
          {path && <code>{path.split(/[\\/]/).at(-1)}</code>}
        </div>
        {error && <Problem error={error.toData()} />}
        {data && !error && (
          <>
            <Columns preview={data} onChange={setMapping} />
            {data.problems.length > 0 && <Problems problems={data.problems} />}
            <Lines preview={data} />
            <p>
              {t('inventory.importing.plan', {
                added: data.added,
                changed: data.changed,
                lines: data.lines,
              })}{' '}
              {data.systems.length < data.lines && data.systems.length > 0 && (
                <span className="secondary">
                  {t('inventory.importing.shown', { count: data.systems.length })}
                </span>
              )}
            </p>
          </>
        )}
        <div className="form-actions">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="filled" loading={busy} disabled={!sound} onClick={() => void submit()}>
            {t('inventory.importing.submit')}
            {sound && ` (${number(data.added + data.changed)})`}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

function Columns({ preview, onChange }: { preview: Preview; onChange: (mapping: Mapping) => void }) {
  const { t } = useWords();
  const { columns, mapping } = preview;
  const set = (field: ImportField, value: string | null) => {
    const next = { ...mapping };
    if (value === null || value === 'none') delete next[field];
    else next[field] = Number(value);
    onChange(next);
  };
  return (
    <fieldset className={`plain ${classes.mapping}`}>
      <legend className="strong">{t('inventory.importing.mapping')}</legend>
      {importFields.map((field) => (
        <Select
          key={field}
          label={t(`inventory.columns.${field}`)}
          value={mapping[field] === undefined ? 'none' : String(mapping[field])}
          data={[
            { value: 'none', label: t('inventory.importing.leaveOut') },
            ...columns.map((name, at) => ({ value: String(at), label: name || `${at + 1}` })),
          ]}
          onChange={(value) => set(field, value)}
        />
      ))}
    </fieldset>
  );
}

function Problems({ problems }: Pick<Preview, 'problems'>) {
  const { t, number } = useWords();
  return (
    <div className="problem" role="alert">
      <p className="strong">{t('inventory.importing.problems', { count: problems.length })}</p>
      <ul className={classes.problems}>
        {problems.slice(0, 100).map(({ line, field, message }, at) => (
          <li key={`${line} ${field} ${at}`}>
            <strong>
              {t('inventory.importing.line')} {number(line)}
            </strong>
            {field && `, ${t(`inventory.columns.${field}`)}`}: {message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Lines({ preview: { systems, mapping } }: { preview: Preview }) {
  const { t, number } = useWords();
  const fields = importFields.filter((field) => mapping[field] !== undefined);
  if (systems.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls
    <section className={classes.lines} tabIndex={0} aria-label={t('inventory.importing.preview')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('inventory.importing.line')}</th>
            <th scope="col">{t('inventory.importing.state')}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {t(`inventory.columns.${field}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {systems.map(({ line, state, cells }) => (
            <tr key={line}>
              <td>{number(line)}</td>
              <td>{t(`inventory.importing.states.${state}`)}</td>
              {fields.map((field) => (
                <td key={field}>{cells[field]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

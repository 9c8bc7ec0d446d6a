import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { asFieldbookError, type ErrorData } from '../../../shared/contract/errors.ts';
import { kebabOf } from '../../../shared/kebab.ts';
import type { TemplateProblem } from '../../../shared/model/template-problem.ts';
import { useDraft } from '../../data/draft.ts';
import { fieldbook } from '../../fieldbook.ts';
import { tell } from '../../parts/notify.tsx';
import { Problem } from '../../parts/problem.tsx';
import { useWords } from '../../words.ts';
import { type Draft, saved, withNewItem, withWords, wordsOf } from '../draft.ts';
import { ItemEditor } from './item.tsx';
import { engineMarks, type Marks, shapeMarks } from './marks.ts';

interface Props {
  first: Draft;
  isNew: boolean;
  onClose: () => void;
}

const nothing: Marks = new Map();

/** The template while it is written: its head, its questions, and what keeps it from being saved. */
export function TemplateForm({ first, isNew, onClose }: Props) {
  const { t } = useWords();
  const [draft, setDraft, dropDraft] = useDraft(`template ${isNew ? 'new' : ''} ${first.id}`, first);
  const [problem, setProblem] = useState<ErrorData | null>(null);
  const [marks, setMarks] = useState(nothing);
  /** What is wrong with the template as a whole. */
  const [unplaced, setUnplaced] = useState<string[]>([]);
  const say = ({ code, named }: TemplateProblem) => t(`checklists.problems.${code}`, { named });
  const words = wordsOf(draft);
  const wrong = (field: string) => marks.get(field)?.join(' ');
  const idIsFree = isNew && draft.template.items.length === 0;
  const renamed = (id: string) => setDraft({ ...draft, id, template: { ...draft.template, id } });
  const end = () => {
    dropDraft();
    onClose();
  };
  const save = async () => {
    const whole = saved(draft);
    const shape = shapeMarks(whole.template, whole.words[draft.language]!, t('checklists.editor.invalid'));
    setMarks(shape);
    setProblem(null);
    setUnplaced([]);
    if (shape.size > 0) return;
    try {
      const { problems } = await fieldbook.checklists.templateProblems(whole);
      setMarks(engineMarks(problems, say));
      setUnplaced(problems.filter(({ items }) => items.length === 0).map(say));
      if (problems.length > 0) return;
      const { step } = await fieldbook.checklists.saveTemplate(whole);
      end();
      tell(t('checklists.editor.saved'), () => fieldbook.history.undo({ step }));
    } catch (error) {
      setProblem(asFieldbookError(error).toData());
    }
  };
  return (
    <div className="form">
      <div className="form-row">
        <TextInput
          label={t('checklists.editor.name')}
          error={wrong('title')}
          value={words.title}
          onChange={(event) => setDraft(withWords(draft, { title: event.currentTarget.value }))}
        />
        <TextInput
          label={t('checklists.editor.id')}
          description={t('checklists.editor.idHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          error={wrong('id')}
          readOnly={!idIsFree}
          value={draft.id}
          onChange={(event) => renamed(event.currentTarget.value)}
          onBlur={() => idIsFree && renamed(kebabOf(draft.id || words.title, 'own'))}
        />
        <TextInput
          label={t('checklists.editor.version')}
          error={wrong('version')}
          value={draft.template.version}
          onChange={(event) =>
            setDraft({ ...draft, template: { ...draft.template, version: event.currentTarget.value } })
          }
        />
      </div>
      <Textarea
        autosize
        label={t('checklists.editor.lead')}
        value={words.lead}
        onChange={(event) => setDraft(withWords(draft, { lead: event.currentTarget.value }))}
      />
      <h2>{t('checklists.editor.questions')}</h2>
      {draft.template.items.map((item) => (
        <ItemEditor key={item.id} item={item} draft={draft} marks={marks} onChange={setDraft} />
      ))}
      <div>
        <Button disabled={draft.id === ''} onClick={() => setDraft(withNewItem(draft))}>
          {t('checklists.editor.add')}
        </Button>
      </div>
      {problem ? (
        <Problem error={problem} />
      ) : (
        (marks.size > 0 || unplaced.length > 0) && (
          <p className="problem" role="alert">
            {t(marks.has('items') ? 'checklists.editor.noQuestion' : 'checklists.editor.marked')}{' '}
            {unplaced.join(' ')}
          </p>
        )
      )}
      <div className="form-actions">
        <Button onClick={end}>{t('checklists.editor.cancel')}</Button>
        <Button variant="filled" onClick={() => void save()}>
          {t('checklists.editor.save')}
        </Button>
      </div>
    </div>
  );
}

import { Combobox, Pill, PillsInput, useCombobox } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import type { FilterToken } from '../../shared/model/finding-query.ts';
import { useWords } from '../words.ts';
import classes from './findings.module.css';
import { type Draft, useSuggestions } from './suggestions.ts';
import { joinedOtherwise, withoutToken, withToken } from './tokens.ts';
import { useTokenWords } from './words.ts';

interface Props {
  tokens: readonly FilterToken[];
  onChange: (tokens: FilterToken[]) => void;
}

/**
 * A filter that is written as tokens: a property, what is asked of it, and a value, each suggested as it is typed, the
 * values with their counts. Enter adds, Backspace takes back, `/` leads here.
 */
export function PropertyFilter({ tokens, onChange }: Props) {
  const { t, number } = useWords();
  const words = useTokenWords();
  const [draft, setDraft] = useState<Draft>({});
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const options = useSuggestions(draft, text, tokens);
  useHotkeys([['/', () => input.current?.focus()]]);

  const add = (token: FilterToken) => {
    onChange(withToken(tokens, token));
    setDraft({});
    setText('');
  };
  const choose = (value: string) => {
    const option = options.find((one) => one.value === value);
    if (!option) return;
    if ('token' in option.next) add(option.next.token);
    else {
      setDraft(option.next.draft);
      setText('');
      combobox.openDropdown();
    }
    combobox.resetSelectedOption();
  };
  const edit = (at: number) => {
    const { property, operator } = tokens[at]!;
    onChange(withoutToken(tokens, at));
    setDraft({ property, operator });
    input.current?.focus();
    combobox.openDropdown();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && text === '') {
      event.preventDefault();
      if (draft.operator) setDraft({ property: draft.property! });
      else if (draft.property) setDraft({});
      else if (tokens.length > 0) onChange(withoutToken(tokens, tokens.length - 1));
    }
    if (event.key === 'Escape' && combobox.dropdownOpened) event.stopPropagation();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start" width={380} withinPortal>
      <Combobox.DropdownTarget>
        <PillsInput
          size="xs"
          leftSection={<IconSearch size={14} />}
          rightSection={
            tokens.length > 0 && (
              <button type="button" className={classes.clear} onClick={() => onChange([])}>
                {t('findings.filter.clear')}
              </button>
            )
          }
          rightSectionWidth={72}
          rightSectionPointerEvents="all"
          onClick={() => combobox.openDropdown()}
        >
          <Pill.Group gap={4}>
            {tokens.map((token, at) => (
              <span key={`${at}-${token.property}`} className={classes.token}>
                {at > 0 && (
                  <button
                    type="button"
                    className={classes.join}
                    aria-label={t('findings.filter.joinedBy', {
                      join: t(`findings.filter.${token.join ?? 'and'}`),
                    })}
                    onClick={(event) => {
                      event.stopPropagation();
                      onChange(joinedOtherwise(tokens, at));
                    }}
                  >
                    {t(`findings.filter.${token.join ?? 'and'}`)}
                  </button>
                )}
                <Pill
                  withRemoveButton
                  classNames={{ root: classes.pill!, remove: classes.remove! }}
                  onRemove={() => onChange(withoutToken(tokens, at))}
                  removeButtonProps={{
                    'aria-label': t('findings.filter.remove', { token: words.sentence(token) }),
                    'aria-hidden': false,
                    tabIndex: 0,
                  }}
                >
                  <button
                    type="button"
                    className={classes.edit}
                    onClick={(event) => {
                      event.stopPropagation();
                      edit(at);
                    }}
                  >
                    {words.property(token.property)} <span>{words.operator(token.operator)}</span>{' '}
                    {words.values(token)}
                  </button>
                </Pill>
              </span>
            ))}
            {draft.property && (
              <span className={classes.draft}>
                {words.property(draft.property)} {draft.operator && words.operator(draft.operator)}
              </span>
            )}
            <Combobox.EventsTarget>
              <PillsInput.Field
                ref={input}
                className={classes.field}
                value={text}
                aria-label={t('findings.filter.label')}
                placeholder={draft.property ? '' : t('findings.filter.placeholder')}
                onFocus={() => combobox.openDropdown()}
                onBlur={() => combobox.closeDropdown()}
                onChange={(event) => {
                  setText(event.currentTarget.value);
                  combobox.openDropdown();
                  combobox.updateSelectedOptionIndex();
                  combobox.selectFirstOption();
                }}
                onKeyDown={onKeyDown}
              />
            </Combobox.EventsTarget>
          </Pill.Group>
        </PillsInput>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown>
        <Combobox.Options mah={320} className={classes.options} aria-label={t('findings.filter.suggestions')}>
          {options.length === 0 && <Combobox.Empty>{t('findings.filter.none')}</Combobox.Empty>}
          {options.map(({ value, label, detail, count }) => (
            <Combobox.Option key={value} value={value} className={classes.option}>
              <span>
                {label} {detail && <small>{detail}</small>}
              </span>
              {count !== undefined && <small>{number(count)}</small>}
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

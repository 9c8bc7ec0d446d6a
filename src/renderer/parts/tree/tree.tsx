import { Button, TextInput } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconLock, IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { JsonValue } from '../../../shared/model/json.ts';
import { isRedacted } from '../../../shared/model/redacted.ts';
import { useWords } from '../../words.ts';
import { foldable, type TreeNode, textOf, treeRows } from './nodes.ts';
import classes from './tree.module.css';

/** Rows that are drawn at most; a search finds the rest. */
const MOST = 400;

/**
 * JSON as a tree with search and folding. By keyboard: arrows move, fold and unfold; Home and End; `c` copies the value,
 * `p` the path. It has the focus itself and points at the active row.
 */
export function JsonTree({ value, label }: { value: JsonValue; label: string }) {
  const { t } = useWords();
  const id = useId();
  const place = useRef<HTMLUListElement>(null);
  const [search, setSearch] = useState('');
  const [folded, setFolded] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [active, setActive] = useState('');
  const { rows, found } = useMemo(() => treeRows(value, folded, search), [value, folded, search]);
  const shown = rows.slice(0, MOST);
  const clipboard = useClipboard();
  const at = Math.max(
    0,
    shown.findIndex(({ path }) => path === active),
  );
  const current = shown[at];
  const fold = (node: TreeNode, open: boolean) => setFolded(new Map(folded).set(node.path, open));
  const go = (to: number) => {
    const node = shown[Math.min(shown.length - 1, Math.max(0, to))];
    if (!node) return;
    setActive(node.path);
    place.current?.children[shown.indexOf(node)]?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!current || event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case 'ArrowDown':
        go(at + 1);
        break;
      case 'ArrowUp':
        go(at - 1);
        break;
      case 'Home':
        go(0);
        break;
      case 'End':
        go(shown.length - 1);
        break;
      case 'ArrowRight':
        if (current.open === false) fold(current, true);
        else if (current.open) go(at + 1);
        break;
      case 'ArrowLeft':
        if (current.open) fold(current, false);
        else go(shown.findLastIndex(({ level }, place) => place < at && level < current.level));
        break;
      case 'Enter':
      case ' ':
        if (current.open !== undefined) fold(current, !current.open);
        break;
      case 'c':
        clipboard.copy(textOf(current.value));
        break;
      case 'p':
        clipboard.copy(current.path);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  const foldAll = (open: boolean) => setFolded(new Map(foldable(value).map((path) => [path, open])));
  return (
    <div>
      <div className={classes.tools}>
        <TextInput
          className={classes.search}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setFolded(new Map());
          }}
          placeholder={t('tree.search')}
          aria-label={`${label}: ${t('tree.search')}`}
          leftSection={<IconSearch size={14} />}
        />
        <Button onClick={() => foldAll(true)}>{t('tree.expand')}</Button>
        <Button onClick={() => foldAll(false)}>{t('tree.collapse')}</Button>
        <Button disabled={!current} onClick={() => current && clipboard.copy(textOf(current.value))}>
          {t('tree.copyValue')}
        </Button>
        <Button disabled={!current} onClick={() => current && clipboard.copy(current.path)}>
          {t('tree.copyPath')}
        </Button>
        <span className="secondary" role="status">
          {clipboard.copied ? t('tree.copied') : found !== undefined && t('tree.found', { count: found })}
        </span>
      </div>
      {shown.length === 0 ? (
        <p className="secondary">{t('tree.none')}</p>
      ) : (
        <ul
          ref={place}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a tree is a list of rows
          role="tree"
          aria-label={label}
          aria-activedescendant={`${id}-${at}`}
          tabIndex={0}
          className={classes.tree}
          onKeyDown={onKeyDown}
        >
          {shown.map((node, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the tree's, which has the focus
            // biome-ignore lint/a11y/useFocusableInteractive: as above
            <li
              key={node.path}
              id={`${id}-${index}`}
              role="treeitem"
              aria-level={node.level + 1}
              aria-posinset={node.position}
              aria-setsize={node.siblings}
              aria-expanded={node.open}
              aria-selected={index === at}
              className={index === at ? classes.active : undefined}
              style={{ paddingLeft: 24 + node.level * 14 }}
              onClick={() => {
                setActive(node.path);
                if (node.open !== undefined) fold(node, !node.open);
              }}
            >
              <Row node={node} />
            </li>
          ))}
        </ul>
      )}
      {rows.length > MOST && <p className="secondary">{t('tree.cut', { count: MOST })}</p>}
    </div>
  );
}

function Row({ node }: { node: TreeNode }) {
  const { t } = useWords();
  const { name, value, open, parsed } = node;
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <span className={classes.fold}>{open !== undefined && <Icon size={12} aria-hidden />}</span>
      <span className={classes.name}>{name}</span>
      {open === undefined ? (
        <Value value={value} />
      ) : (
        <span className={classes.count}>
          {Array.isArray(value)
            ? t('tree.items', { count: value.length })
            : t('tree.properties', { count: Object.keys(value as object).length })}
          {parsed && ` · ${t('tree.json')}`}
        </span>
      )}
    </>
  );
}

function Value({ value }: { value: JsonValue }) {
  const { t } = useWords();
  if (isRedacted(value))
    return (
      <span className={classes.redacted}>
        <IconLock size={12} aria-hidden /> {value.name}{' '}
        {t('tree.redacted', { length: value.length, hash: value.hash.slice(0, 8) })}
        {value.credential && ` · ${t('tree.credential', { kind: value.credential })}`}
      </span>
    );
  const kind = value === null ? 'null' : typeof value;
  const text =
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? '[]'
        : typeof value === 'object' && value
          ? '{}'
          : String(value);
  return (
    <span
      className={kind === 'string' ? classes.string : classes.scalar}
      title={text.length > 60 ? text : undefined}
    >
      {text === '' ? '""' : text}
    </span>
  );
}

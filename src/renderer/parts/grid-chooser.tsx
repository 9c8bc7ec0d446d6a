import { ActionIcon, Button, Checkbox, Popover } from '@mantine/core';
import {
  IconArrowDown,
  IconArrowUp,
  IconColumns3,
  IconMinus,
  IconPin,
  IconPinFilled,
  IconPlus,
} from '@tabler/icons-react';
import { memo } from 'react';
import { useWords } from '../words.ts';
import classes from './grid.module.css';
import { type GridColumns, MAX_SIZE, MIN_SIZE } from './grid-columns.ts';

const STEP = 24;

/** Chooses, orders, sizes and pins columns: all that dragging does, without dragging. */
function Chooser<Row>({ columns }: { columns: GridColumns<Row> }) {
  const { t } = useWords();
  const { table } = columns;
  const all = columns.all();
  const move = (at: number, by: number) => {
    const order = all.map(({ id }) => id);
    const [id] = order.splice(at, 1);
    order.splice(at + by, 0, id!);
    table.setColumnOrder(order);
  };
  const resize = (id: string, by: number) =>
    table.setColumnSizing((old) => ({
      ...old,
      [id]: Math.min(MAX_SIZE, Math.max(MIN_SIZE, table.getColumn(id)!.getSize() + by)),
    }));
  return (
    <Popover position="bottom-end" trapFocus withRoles>
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={14} />}>{t('grid.columns')}</Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('grid.columns')}>
        <ul className={classes.chooser}>
          {all.map(({ id, name }, at) => {
            const column = table.getColumn(id)!;
            const pinned = column.getIsPinned() === 'start';
            const act = (
              label: 'pin' | 'unpin' | 'narrower' | 'wider' | 'up' | 'down',
              icon: React.ReactNode,
              run: () => void,
              disabled = false,
            ) => (
              <ActionIcon
                size="sm"
                aria-label={t(`grid.${label}`, { column: name })}
                title={t(`grid.${label}`, { column: name })}
                disabled={disabled}
                onClick={run}
              >
                {icon}
              </ActionIcon>
            );
            return (
              <li key={id}>
                <Checkbox
                  label={name}
                  checked={column.getIsVisible()}
                  disabled={column.getIsVisible() && columns.visible.length === 1}
                  onChange={() => column.toggleVisibility()}
                />
                {act(
                  pinned ? 'unpin' : 'pin',
                  pinned ? <IconPinFilled size={14} /> : <IconPin size={14} />,
                  () => column.pin(pinned ? false : 'start'),
                )}
                {act('narrower', <IconMinus size={14} />, () => resize(id, -STEP))}
                {act('wider', <IconPlus size={14} />, () => resize(id, STEP))}
                {act('up', <IconArrowUp size={14} />, () => move(at, -1), at === 0)}
                {act('down', <IconArrowDown size={14} />, () => move(at, 1), at === all.length - 1)}
              </li>
            );
          })}
        </ul>
        <Button fullWidth mt={8} onClick={columns.reset}>
          {t('grid.reset')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  );
}

export const ColumnChooser = memo(Chooser) as typeof Chooser;

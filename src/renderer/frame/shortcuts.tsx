import { Kbd, Modal } from '@mantine/core';
import { commandKey } from '../parts/keys.ts';
import { useWords } from '../words.ts';

const everywhere = [
  ['palette', `${commandKey} K`],
  ['page', `${commandKey} 1 … 9`],
  ['back', 'Alt ←'],
  ['forward', 'Alt →'],
  ['settings', `${commandKey} ,`],
  ['undo', `${commandKey} Z`],
  ['redo', `${commandKey} Shift Z`],
  ['close', 'Esc'],
  ['sheet', '?'],
] as const;
const inTables = [
  ['gridMove', '↑ ↓'],
  ['gridOpen', 'Enter'],
  ['gridSelect', 'Space'],
  ['gridFilter', '/'],
  ['gridDecide', 'd'],
  ['gridAccept', 'a'],
  ['gridFalse', 'p'],
  ['gridWillFix', 'w'],
] as const;

/** The cheat sheet of keys. */
export function Shortcuts({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useWords();
  const list = (keys: typeof everywhere | typeof inTables) => (
    <dl className="shortcuts">
      {keys.map(([name, key]) => (
        <div key={name}>
          <dt>{t(`shortcuts.${name}`)}</dt>
          <dd>
            <Kbd size="sm">{key}</Kbd>
          </dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcuts.title')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <h2>{t('shortcuts.general')}</h2>
      {list(everywhere)}
      <h2>{t('shortcuts.grid')}</h2>
      {list(inTables)}
    </Modal>
  );
}

import type { TablerIcon } from '@tabler/icons-react';
import classes from './doors.module.css';

export interface Door {
  icon: TablerIcon;
  name: string;
  lead: string;
  onClick: () => void;
}

interface Props {
  /** What they lead into, for who does not see them side by side. */
  label: string;
  doors: readonly Door[];
  disabled?: boolean;
}

/** Ways to begin, side by side. */
export function Doors({ label, doors, disabled = false }: Props) {
  return (
    <section className={classes.doors} aria-label={label}>
      {doors.map(({ icon: Icon, name, lead, onClick }) => (
        <button key={name} type="button" className={classes.door} disabled={disabled} onClick={onClick}>
          <Icon size={24} stroke={1.5} aria-hidden />
          <strong>{name}</strong>
          <span className="secondary">{lead}</span>
        </button>
      ))}
    </section>
  );
}

import { type ReactNode, useId } from 'react';
import classes from './panel.module.css';

/** A part of a panel with a name of its own. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.section}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
}

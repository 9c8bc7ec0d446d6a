import type { ReactNode } from 'react';
import type { Answer } from '../data/types.ts';
import classes from './findings.module.css';

export type Detail = Answer<'findings', 'get'>;

/** A part of the panel under a name. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.section}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

import type { ReactNode } from 'react';
import classes from './page.module.css';

interface Props {
  title: string;
  /** A line under the title: what is shown, of when, how much of it. */
  lead?: ReactNode;
  /** Buttons at the right of the title. */
  actions?: ReactNode;
  /** True when the page's own parts scroll and the page does not, as with a grid. */
  fill?: boolean;
  children: ReactNode;
}

/** A page: title, lead and actions on top, its content below. */
export function Page({ title, lead, actions, fill = false, children }: Props) {
  return (
    // It scrolls, so it must be reached by keyboard as well.
    <section
      aria-label={title}
      {...(!fill && { tabIndex: 0 })}
      className={fill ? `${classes.page} ${classes.fill}` : classes.page}
    >
      <header className={classes.head}>
        <div>
          <h1>{title}</h1>
          {lead && <p className="secondary">{lead}</p>}
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}

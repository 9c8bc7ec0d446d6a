import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  note?: ReactNode;
  /** At the right of the title. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A part of a page with a name of its own. */
export function Card({ title, note, aside, className, children }: Props) {
  const id = useId();
  return (
    <section className={className ? `card ${className}` : 'card'} aria-labelledby={id}>
      <div className="card-head">
        <h2 id={id}>
          {title} {note && <small>{note}</small>}
        </h2>
        {aside}
      </div>
      {children}
    </section>
  );
}

import type { ReactNode } from 'react';

/** Nothing is here: what that means, and what to do about it. */
export function Empty({ what, next, action }: { what: string; next?: string; action?: ReactNode }) {
  return (
    <section className="card empty">
      <p className="strong">{what}</p>
      {next && <p className="secondary">{next}</p>}
      {action && <div className="empty-action">{action}</div>}
    </section>
  );
}

import { type FindingView, findingViewSchema } from '../../shared/model/finding-query.ts';
import { uuidv7 } from '../../shared/uuid.ts';
import type { Db } from '../store/database.ts';
import type { EngagementSchema } from '../store/schema.ts';

export interface NamedView {
  id: string;
  name: string;
  view: FindingView;
}

/** By name. One that a newer Fieldbook wrote in another shape is left out, and left in the file. */
export const listViews = (db: Db<EngagementSchema>): NamedView[] =>
  db.all(db.q.selectFrom('finding_view').selectAll().orderBy('name')).flatMap(({ id, name, document }) => {
    const { data } = findingViewSchema.safeParse(JSON.parse(document));
    return data ? [{ id, name, view: data }] : [];
  });

/** Keeps a view; one of the same name is replaced. */
export function saveView(db: Db<EngagementSchema>, name: string, view: FindingView): NamedView {
  const document = JSON.stringify(view);
  db.run(
    db.q
      .insertInto('finding_view')
      .values({ id: uuidv7(), name, document })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ document })),
  );
  const { id } = db.get(db.q.selectFrom('finding_view').select('id').where('name', '=', name))!;
  return { id, name, view };
}

export const deleteView = (db: Db<EngagementSchema>, id: string): void => {
  db.run(db.q.deleteFrom('finding_view').where('id', '=', id));
};

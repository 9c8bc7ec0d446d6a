/** How one resource stands to another, seen from the one that names the other. Words are in the texts of the page. */
export const relationNames = [
  'protected-by',
  'in-subnet',
  'in-vpc',
  'attached-to',
  'uses-volume',
  'made-from',
  'encrypted-by',
  'runs-as',
  'launched-by',
  'member',
  'forwards-to',
  'targets',
  'routes-to',
  'lets-in',
  'part-of',
  'writes-to',
  'watches',
  'has-policy',
  'applies-to',
] as const;
export type RelationName = (typeof relationNames)[number];

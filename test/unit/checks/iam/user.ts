import { users } from '../../../../src/engine/collectors/iam.ts';
import { ACCOUNT, estate } from '../../../support/estate.ts';

export const USER = `arn:aws:iam::${ACCOUNT}:user/ana`;

/** An estate with one user, Ana, who has been there since 2020. */
export const ana = (more: { PasswordLastUsed?: Date; CreateDate?: Date } = {}) =>
  estate().with(users, [
    {
      Path: '/',
      UserName: 'ana',
      UserId: 'AIDA1',
      Arn: USER,
      CreateDate: new Date('2020-01-01T00:00:00Z'),
      ...more,
    },
  ]);

/** A moment so many days before the snapshot of the test estate. */
export const daysAgo = (days: number) => new Date(Date.parse('2026-11-02T08:00:00Z') - days * 86_400_000);

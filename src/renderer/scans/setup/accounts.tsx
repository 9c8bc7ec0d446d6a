import { Button, Checkbox, Radio, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../../data/query.ts';
import { Card } from '../../parts/card.tsx';
import { Problem } from '../../parts/problem.tsx';
import { RowsSkeleton } from '../../parts/skeleton.tsx';
import { useWords } from '../../words.ts';
import { FilesProblem, ProfileNotes } from '../profiles.tsx';
import { type Draft, fresh, ROLE_NAME, scopeOf, setDraft } from './draft.ts';
import classes from './setup.module.css';

/** How the accounts are entered, and which. */
export function Accounts({ draft }: { draft: Draft }) {
  const { t } = useWords();
  const { data, error, refetch } = useQuery(ask('aws', 'profiles', {}));
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={5} />;
  const { how, profiles, role } = draft;
  return (
    <Card title={t('scans.setup.accounts')}>
      <FilesProblem problem={data.problem} />
      <Radio.Group
        aria-label={t('scans.setup.how')}
        value={how}
        onChange={(next) => setDraft({ how: next as Draft['how'], accounts: null })}
        className={classes.choices!}
      >
        <Radio
          value="profiles"
          label={t('scans.setup.oneProfile')}
          description={t('scans.setup.oneProfileNote')}
        />
        <Radio
          value="organization"
          label={t('scans.setup.organization')}
          description={t('scans.setup.organizationNote')}
        />
      </Radio.Group>
      {how === 'profiles' ? (
        <Checkbox.Group
          label={t('scans.setup.profiles')}
          description={t('scans.setup.sampleAlone')}
          value={profiles}
          onChange={(next) => setDraft({ profiles: next })}
        >
          <div className={classes.list}>
            {data.profiles.map((profile) => (
              <Checkbox
                key={profile.name}
                value={profile.name}
                disabled={profile.problem !== null || isOfOtherWorld(profile.name, profiles)}
                label={profile.name}
                description={<ProfileNotes profile={profile} />}
              />
            ))}
          </div>
        </Checkbox.Group>
      ) : (
        <>
          <div className={classes.fields}>
            <Select
              label={t('scans.setup.profile')}
              value={profiles[0] ?? null}
              data={data.profiles.map(({ name, problem }) => ({
                value: name,
                label: name,
                disabled: problem !== null,
              }))}
              onChange={(next) => setDraft({ profiles: next === null ? [] : [next], accounts: null })}
            />
            <TextInput
              label={t('scans.setup.role')}
              value={role}
              error={ROLE_NAME.test(role) ? undefined : t('scans.setup.roleBad')}
              onChange={({ currentTarget }) => setDraft({ role: currentTarget.value, accounts: null })}
            />
          </div>
          <Members key={`${profiles[0]} ${role}`} draft={draft} />
        </>
      )}
    </Card>
  );
}

/** The sample estate and AWS are two worlds, and so are its two states. */
const isOfOtherWorld = (name: string, chosen: readonly string[]): boolean =>
  chosen.some((one) => one !== name && (one.startsWith('sample:') || name.startsWith('sample:')));

/** Accounts of the Organization, each entered once to see whether the role is there. */
function Members({ draft }: { draft: Draft }) {
  const { t } = useWords();
  const { profiles, role, accounts } = draft;
  const ready = profiles.length > 0 && ROLE_NAME.test(role);
  const scope = scopeOf({ ...fresh, how: 'organization', profiles, role });
  const plan = useQuery({ ...ask('aws', 'plan', { scope }), enabled: false, retry: false });
  if (plan.isFetching)
    return (
      <>
        <p className="secondary">{t('scans.setup.looking')}</p>
        <RowsSkeleton rows={4} />
      </>
    );
  if (plan.error && plan.error.code !== 'cancelled')
    return <Problem error={plan.error.toData()} onRetry={() => void plan.refetch()} />;
  if (!plan.data)
    return (
      <Button disabled={!ready} onClick={() => void plan.refetch()}>
        {t('scans.setup.find')}
      </Button>
    );
  const all = plan.data.accounts;
  const able = all.filter((one) => one.refused === null).map(({ id }) => id);
  const chosen = accounts ?? able;
  const set = (next: string[]) =>
    setDraft({
      accounts: able.every((id) => next.includes(id)) ? null : able.filter((id) => next.includes(id)),
    });
  return (
    <>
      <p className="secondary">{t('scans.setup.chosen', { chosen: chosen.length, all: all.length })}</p>
      <Checkbox
        label={<strong>{t('scans.setup.everyAccount')}</strong>}
        checked={chosen.length === able.length}
        indeterminate={chosen.length > 0 && chosen.length < able.length}
        onChange={({ currentTarget }) => set(currentTarget.checked ? able : able.slice(0, 1))}
      />
      <div className={classes.list}>
        {all.map(({ id, name, refused }) => (
          <Checkbox
            key={id}
            label={
              <>
                {name} <span className="secondary">{id}</span>
              </>
            }
            description={refused}
            disabled={refused !== null}
            checked={refused === null && chosen.includes(id)}
            onChange={({ currentTarget }) =>
              set(currentTarget.checked ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          />
        ))}
      </div>
    </>
  );
}

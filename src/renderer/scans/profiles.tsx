import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { setIdentity } from '../data/identity.ts';
import { ask } from '../data/query.ts';
import type { Answer } from '../data/types.ts';
import { Card } from '../parts/card.tsx';
import { Code } from '../parts/code.tsx';
import { explain, told } from '../parts/explain.ts';
import { Problem } from '../parts/problem.tsx';
import { RowsSkeleton } from '../parts/skeleton.tsx';
import { useWords } from '../words.ts';
import classes from './scans.module.css';

export type Profile = Answer<'aws', 'profiles'>['profiles'][number];
type Kind = 'sso' | 'assume-role' | 'keys' | 'process' | 'web-identity' | 'login' | 'sample' | 'incomplete';

/** The AWS profiles of this machine: how each signs in, what is wrong with it, and on demand who it is. */
export function Profiles() {
  const { t } = useWords();
  const { data, error, refetch } = useQuery({ ...ask('aws', 'profiles', {}), staleTime: 0 });
  if (error) return <Problem error={error.toData()} onRetry={() => void refetch()} />;
  if (!data) return <RowsSkeleton rows={4} />;
  return (
    <Card title={t('scans.profiles.title')} note={t('scans.profiles.note')}>
      <FilesProblem problem={data.problem} />
      <div className={classes.scroll}>
        <table className={classes.profiles}>
          <thead>
            <tr>
              <th scope="col">{t('scans.profiles.name')}</th>
              <th scope="col">{t('scans.profiles.kind')}</th>
              <th scope="col">{t('scans.profiles.region')}</th>
              <th scope="col">{t('scans.profiles.who')}</th>
            </tr>
          </thead>
          <tbody>
            {data.profiles.map((profile) => (
              <tr key={profile.name}>
                <th scope="row">
                  {profile.name}
                  <ProfileNotes profile={profile} />
                </th>
                <td className={classes.when}>{t(`scans.profiles.kinds.${profile.kind as Kind}`)}</td>
                <td className={classes.when}>{profile.region ?? '–'}</td>
                <td>{profile.problem === null && <Who profile={profile} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

/** A machine without AWS files is no fault; files that cannot be read are one. */
export function FilesProblem({ problem }: { problem: Answer<'aws', 'profiles'>['problem'] }) {
  const words = useWords();
  if (!problem) return null;
  const { what, next } = explain(problem, words);
  return problem.code === 'aws-config-missing' ? (
    <p className={`secondary ${classes.files}`}>
      {what} {next}
    </p>
  ) : (
    <div className={classes.files}>
      <Problem error={problem} />
    </div>
  );
}

export function ProfileNotes({ profile }: { profile: Profile }) {
  const words = useWords();
  const { t } = words;
  const notes = [
    profile.kind === 'sample' && t('scans.profiles.sampleNote'),
    profile.roleArn && t('scans.profiles.via', { role: profile.roleArn }),
    profile.mfaSerial && t('scans.profiles.mfa'),
    profile.endpointUrl && t('scans.profiles.endpoint', { url: profile.endpointUrl }),
  ].filter((note) => typeof note === 'string');
  return (
    <div className="secondary small">
      {notes.join(' · ')}
      {profile.problem && (
        <div className={classes.bad}>
          {t('scans.profiles.problem', { problem: told(profile.problem.reason, words) })}
        </div>
      )}
    </div>
  );
}

/** Signs in when somebody asks for it, and not before: it may want an MFA code. */
function Who({ profile }: { profile: Profile }) {
  const words = useWords();
  const { t } = words;
  const who = useQuery({
    ...ask('aws', 'whoami', { profile: profile.name }),
    enabled: false,
    // Nobody is asked for a code again without having asked for it.
    retry: false,
    gcTime: Infinity,
  });
  const { account, arn } = who.data ?? {};
  useEffect(() => {
    if (account !== undefined && arn !== undefined) setIdentity({ profile: profile.name, arn });
  }, [account, arn, profile.name]);
  const explained = who.error && explain(who.error, words);
  return (
    <div className={classes.who} aria-live="polite">
      {who.data && !who.isFetching && (
        <span>
          {t('scans.profiles.account', { account: who.data.account })}
          <code className="secondary">{who.data.arn}</code>
        </span>
      )}
      {who.error && explained && !who.isFetching && who.error.code !== 'cancelled' && (
        <div className="problem">
          <p>
            <strong>{explained.what}</strong>
          </p>
          {profile.signIn && who.error.code === 'sign-in-needed' ? (
            <>
              <p>{t('scans.profiles.signIn')}</p>
              <Code text={profile.signIn} label={t('scans.profiles.signIn')} />
            </>
          ) : (
            <p>{explained.next}</p>
          )}
        </div>
      )}
      <Button
        size="compact-sm"
        loading={who.isFetching}
        loaderProps={{ size: 12 }}
        onClick={() => void who.refetch()}
      >
        {t('scans.profiles.check')}
        <span className="hidden"> {t('scans.profiles.checkOf', { profile: profile.name })}</span>
      </Button>
    </div>
  );
}

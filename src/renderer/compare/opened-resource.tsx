import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAccountName } from '../data/accounts.ts';
import { ask } from '../data/query.ts';
import { typeName } from '../parts/service.ts';
import { useWords } from '../words.ts';
import { ChangeMark } from './change-mark.tsx';
import { Differences } from './differences.tsx';
import { Opened } from './opened.tsx';
import { useCompareChange, type Which } from './use-compare.ts';

interface Props {
  which: Which;
  arn: string;
  account: string | undefined;
}

/** What changed of a resource, property by property. */
export function OpenedResource({ which, arn, account }: Props) {
  const { t } = useWords();
  const change = useCompareChange();
  const accountName = useAccountName();
  const { data, error, refetch } = useQuery(ask('compare', 'resource', { ...which, arn, account }));
  const there = data && (data.change === 'added' || data.change === 'changed');
  return (
    <Opened
      title={data?.resource.name}
      lead={
        data && (
          <p className="secondary">
            {typeName(data.resource.type)} · {accountName(data.resource.account)} · {data.resource.region}
          </p>
        )
      }
      error={error}
      onRetry={() => void refetch()}
      onClose={() => change({ resource: undefined, seenFrom: undefined })}
    >
      {data && (
        <>
          <div>
            <ChangeMark change={data.change} />
            <p className="secondary">{t(`compare.means.${data.change}`)}</p>
          </div>
          {data.properties.length > 0 && (
            <Differences title={t('compare.properties')} changes={data.properties} />
          )}
          <p>
            <Link
              to="/resources"
              search={
                {
                  snapshot: there ? which.after : which.before,
                  resource: arn,
                  seenFrom: data.resource.account,
                } as never
              }
            >
              {t('compare.openResource')}
            </Link>
          </p>
        </>
      )}
    </Opened>
  );
}

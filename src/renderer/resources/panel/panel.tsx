import { ActionIcon, Button, Skeleton } from '@mantine/core';
import { IconExternalLink, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ask } from '../../data/query.ts';
import { useWhich } from '../../data/snapshot.ts';
import { CopyText } from '../../parts/copy-text.tsx';
import { openLink } from '../../parts/open-link.ts';
import { Problem } from '../../parts/problem.tsx';
import { typeName } from '../../parts/service.ts';
import { SeverityName } from '../../parts/severity.tsx';
import { StatusName } from '../../parts/status.tsx';
import { JsonTree } from '../../parts/tree/tree.tsx';
import { useWords } from '../../words.ts';
import type { ResourceData } from './data.ts';
import { factsOf } from './facts.ts';
import { resourceMarkdown } from './markdown.ts';
import { Neighbours } from './neighbours.tsx';
import classes from './panel.module.css';
import { Section } from './section.tsx';

/** All that is known of one resource. */
export function ResourcePanel({ arn, account }: { arn: string; account: string | undefined }) {
  const { t } = useWords();
  const which = useWhich();
  const { data, error, refetch } = useQuery(ask('resources', 'get', { ...which, arn, account }));
  const navigate = useNavigate();
  const close = () =>
    void navigate({
      to: '/resources',
      search: (old: object) => ({ ...old, resource: undefined, seenFrom: undefined }) as never,
    });
  return (
    <div className={classes.panel}>
      <header className={classes.head}>
        <div>
          <h2>{data?.resource.name ?? arn.split(/[/:]/).at(-1)}</h2>
          <p className="secondary">{data ? typeName(data.resource.type) : ' '}</p>
        </div>
        <ActionIcon aria-label={t('resources.close')} onClick={close}>
          <IconX size={16} />
        </ActionIcon>
      </header>
      {error ? (
        <Problem error={error.toData()} onRetry={() => void refetch()} />
      ) : data ? (
        <Content data={data} />
      ) : (
        <div role="status" aria-label={t('common.loading')} className={classes.skeleton}>
          <Skeleton height={12} width="70%" />
          <Skeleton height={12} width="50%" />
          <Skeleton height={180} />
        </div>
      )}
    </div>
  );
}

function Content({ data }: { data: ResourceData }) {
  const words = useWords();
  const { t } = words;
  const { resource, accountName, consoleUrl, body, facets, unread } = data;
  return (
    <>
      <div className={classes.actions}>
        <CopyText text={() => resource.arn} label={t('resources.copyArn')} />
        <CopyText text={() => resourceMarkdown(data, words)} label={t('resources.copyMarkdown')} />
        {consoleUrl && (
          <Button leftSection={<IconExternalLink size={14} />} onClick={() => openLink(consoleUrl)}>
            {t('resources.console')}
          </Button>
        )}
      </div>
      <Section title={t('resources.identity')}>
        <dl className={classes.facts}>
          <dt>{t('resources.account')}</dt>
          <dd>
            {accountName} {accountName !== resource.account && <code>{resource.account}</code>}
          </dd>
          <dt>{t('resources.region')}</dt>
          <dd>{resource.region}</dd>
          <dt>{t('resources.type')}</dt>
          <dd>
            <code>{resource.type}</code>
          </dd>
          <dt>{t('resources.arn')}</dt>
          <dd>
            <code>{resource.arn}</code>
          </dd>
        </dl>
      </Section>
      <Section title={t('resources.findings')}>
        <Findings data={data} />
      </Section>
      <Neighbours resource={resource} />
      <Section title={t('resources.tags')}>
        <TagsOf tags={data.tags} />
      </Section>
      <Facts body={body} />
      <Section title={t('resources.body')}>
        <JsonTree value={body} label={t('resources.body')} />
      </Section>
      {Object.entries(facets).map(([name, value]) => (
        <Section key={name} title={t('resources.facet', { name })}>
          {value === null || (Array.isArray(value) && value.length === 0) ? (
            <p className="secondary">{t('resources.facetNone')}</p>
          ) : (
            <JsonTree
              value={typeof value === 'object' ? value : { [name]: value }}
              label={t('resources.facet', { name })}
            />
          )}
        </Section>
      ))}
      {unread.length > 0 && (
        <ul className={classes.unread}>
          {unread.map(({ name, read, outcome, permission }) => (
            <li key={read}>
              {t('resources.unreadFacet', { name, outcome: t(`outcomes.${outcome}`) })}{' '}
              {permission && t('resources.permission', { permission })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Findings({ data: { findings, quiet } }: { data: ResourceData }) {
  const { t, money } = useWords();
  return (
    <>
      {findings.length === 0 && <p className="secondary">{t('resources.noFindings')}</p>}
      <ul className={classes.findings}>
        {findings.map(({ ref, severity, status, title, reason, saving }) => (
          <li key={ref}>
            <div className={classes.line}>
              {status === 'fail' ? <SeverityName severity={severity} /> : <StatusName status={status} />}
              <Link to="/findings" search={{ finding: ref } as never}>
                {title}
              </Link>
              {saving && <span className={classes.money}>{money(saving.monthly)}</span>}
            </div>
            <p className="secondary">{reason}</p>
          </li>
        ))}
      </ul>
      <p className="secondary">{t('resources.quiet', { pass: quiet.pass, none: quiet['not-applicable'] })}</p>
    </>
  );
}

function TagsOf({ tags }: Pick<ResourceData, 'tags'>) {
  const { t } = useWords();
  if (tags === undefined) return <p className="secondary">{t('resources.tagsOfType')}</p>;
  if (tags === null) return <p className={classes.dashed}>{t('resources.tagsNotRead')}</p>;
  const entries = Object.entries(tags);
  if (entries.length === 0) return <p className="secondary">{t('resources.tagsNone')}</p>;
  return (
    <ul className={classes.tags}>
      {entries.map(([key, value]) => (
        <li key={key}>
          <Link
            to="/resources"
            search={(old: object) => ({ ...old, tag: [{ key, value }] }) as never}
            aria-label={t('resources.filterByTag', { key, value })}
          >
            <span className="secondary">{key}</span> {value || '""'}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Facts({ body }: Pick<ResourceData, 'body'>) {
  const { t } = useWords();
  const facts = factsOf(body);
  if (facts.length === 0) return null;
  return (
    <Section title={t('resources.facts')}>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

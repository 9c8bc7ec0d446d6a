import { ActionIcon, Button, Skeleton, Tabs } from '@mantine/core';
import { IconExternalLink, IconMarkdown, IconX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { ask } from '../data/query.ts';
import { useWhich } from '../data/snapshot.ts';
import { Comments } from '../decisions/comments.tsx';
import { DecisionPart } from '../decisions/panel-section.tsx';
import { Code, Copy } from '../parts/code.tsx';
import { EvidenceList } from '../parts/evidence-list.tsx';
import { openLink } from '../parts/open-link.ts';
import { Problem } from '../parts/problem.tsx';
import { References } from '../parts/references.tsx';
import { SeverityName } from '../parts/severity.tsx';
import { StatusName } from '../parts/status.tsx';
import { useWords } from '../words.ts';
import { useCopyMarkdown } from './action-bar.tsx';
import { type Detail, Section } from './detail.tsx';
import { Evidence } from './evidence.tsx';
import { MoneyFacts } from './facts.tsx';
import classes from './findings.module.css';
import { History } from './history.tsx';
import { firstSort } from './search.ts';

interface Props {
  /** Its number in the file, or its reference. */
  finding: number | string;
  onClose: () => void;
  onFound: (id: number) => void;
  onDecide: (finding: number) => void;
}

/** Everything that is known of one finding. */
export function FindingPanel({ finding, onClose, onFound, onDecide }: Props) {
  const { t } = useWords();
  const which = useWhich();
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...ask('findings', 'get', { ...which, finding }),
    placeholderData: keepPreviousData,
  });
  const found = isPlaceholderData ? undefined : data?.id;
  // Told once for each finding.
  useEffect(() => {
    if (found !== undefined && found !== finding) onFound(found);
  }, [found, finding]);
  return (
    <div className={classes.panel} aria-busy={data === undefined || isPlaceholderData}>
      <ActionIcon className={classes.close} aria-label={t('common.close')} onClick={onClose}>
        <IconX size={16} />
      </ActionIcon>
      {error ? (
        <Problem error={error.toData()} onRetry={() => void refetch()} />
      ) : data ? (
        <Content key={data.id} finding={data} onDecide={() => onDecide(data.id)} />
      ) : (
        <PanelSkeleton />
      )}
    </div>
  );
}

function Content({ finding, onDecide }: { finding: Detail; onDecide: () => void }) {
  const { t } = useWords();
  const { resource } = finding;
  return (
    <>
      <div className={classes.panelHead}>
        <SeverityName severity={finding.severity} />
        <StatusName status={finding.status} />
        <span className="secondary">
          {finding.check} · v{finding.version}
        </span>
      </div>
      <h2>{finding.title}</h2>
      <p className={classes.resource}>
        <Link to="/resources" search={{ resource: resource.arn, seenFrom: resource.account } as never}>
          <code>{resource.name || resource.arn}</code>
        </Link>
        <Copy text={resource.arn} />
      </p>
      <p className="secondary small">
        {[resource.type, finding.accountName, resource.region, finding.subKey].filter(Boolean).join(' · ')}
      </p>
      <p>{finding.reason}</p>
      <Actions finding={finding} />
      <Section title={t('decisions.title')}>
        <DecisionPart finding={finding} onDecide={onDecide} />
      </Section>
      {finding.saving && <MoneyFacts saving={finding.saving} />}
      <Section title={t('findings.panel.risk')}>
        <p>{finding.risk}</p>
      </Section>
      <Evidence finding={finding} />
      {finding.status === 'fail' && <Fix finding={finding} />}
      <Section title={t('comments.title')}>
        <Comments finding={finding} />
      </Section>
      <EvidenceList link={{ kind: 'finding', id: finding.ref }} />
      <Section title={t('findings.panel.history')}>
        <History finding={finding.id} />
      </Section>
      {finding.references.length > 0 && (
        <Section title={t('findings.panel.references')}>
          <References ids={finding.references} />
        </Section>
      )}
      <p className="secondary small">
        {t('findings.panel.reference')} <code>{finding.ref}</code>
      </p>
    </>
  );
}

function Actions({ finding }: { finding: Detail }) {
  const { t } = useWords();
  const copy = useCopyMarkdown();
  const { consoleUrl } = finding;
  return (
    <div className={classes.panelActions}>
      <Button
        leftSection={<IconMarkdown size={14} />}
        onClick={() => void copy({ filter: {}, only: [finding.id] }, firstSort)}
      >
        {t('findings.actions.markdown')}
      </Button>
      {consoleUrl && (
        <Button leftSection={<IconExternalLink size={14} />} onClick={() => openLink(consoleUrl)}>
          {t('findings.panel.console')}
        </Button>
      )}
    </div>
  );
}

function Fix({ finding: { steps, cli, terraform } }: { finding: Detail }) {
  const { t } = useWords();
  const ways = [
    ['steps', true],
    ['cli', cli !== null],
    ['terraform', terraform !== null],
  ] as const;
  return (
    <Section title={t('findings.panel.fix')}>
      <Tabs defaultValue="steps" classNames={{ tab: classes.tab! }}>
        <Tabs.List aria-label={t('findings.panel.fix')} mb={8}>
          {ways.map(
            ([way, has]) =>
              has && (
                <Tabs.Tab key={way} value={way}>
                  {t(`findings.panel.${way}`)}
                </Tabs.Tab>
              ),
          )}
        </Tabs.List>
        <Tabs.Panel value="steps">
          <ol className={classes.steps}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </Tabs.Panel>
        {cli !== null && (
          <Tabs.Panel value="cli">
            <Code text={cli} label={t('findings.panel.cli')} />
          </Tabs.Panel>
        )}
        {terraform !== null && (
          <Tabs.Panel value="terraform">
            <Code text={terraform} label={t('findings.panel.terraform')} />
          </Tabs.Panel>
        )}
      </Tabs>
    </Section>
  );
}

function PanelSkeleton() {
  return (
    <>
      <Skeleton height={12} width="50%" />
      <Skeleton height={16} width="80%" mt={12} />
      <Skeleton height={60} mt={12} />
      <Skeleton height={96} mt={16} />
      <Skeleton height={120} mt={16} />
    </>
  );
}

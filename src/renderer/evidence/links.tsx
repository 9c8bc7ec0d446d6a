import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useRef, useState } from 'react';
import { asFieldbookError } from '../../shared/contract/errors.ts';
import type { EvidenceLink } from '../../shared/model/records/evidence.ts';
import { ask } from '../data/query.ts';
import { useSession } from '../data/session.ts';
import { fieldbook } from '../fieldbook.ts';
import { tellProblem } from '../parts/notify.tsx';
import { useWords } from '../words.ts';
import classes from './evidence.module.css';
import type { Whole } from './piece.ts';
import { useUnlink } from './unlink.ts';

/** What a piece speaks for. */
export function Links({ piece }: { piece: Pick<Whole, 'id' | 'links'> }) {
  const { t } = useWords();
  const { readonly } = useSession().engagement;
  const unlink = useUnlink();
  const place = useRef<HTMLElement>(null);
  const take = async (link: EvidenceLink) => {
    await unlink(piece.id, link);
    // The button goes with the link.
    place.current?.focus();
  };
  return (
    <section ref={place} tabIndex={-1} aria-label={t('evidence.linkedTo')}>
      <h3>{t('evidence.linkedTo')}</h3>
      {piece.links.length === 0 && <p className="secondary">{t('evidence.noLinks')}</p>}
      <ul className={classes.linkList}>
        {piece.links.map((link) => (
          <li key={`${link.kind} ${link.id}`}>
            <span>
              <span className="secondary small">{t(`evidence.links.${link.kind}`)}</span>
              <br />
              <Target link={link} />
            </span>
            {!readonly && (
              <ActionIcon
                size="sm"
                aria-label={t('evidence.unlink', { name: link.name })}
                onClick={() => void take(link)}
              >
                <IconX size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {!readonly && <AddLink piece={piece.id} />}
    </section>
  );
}

/** Where each kind of thing is shown, and what its page calls the one that is open. */
const pages: Record<EvidenceLink['kind'], { to: string; search: string }> = {
  finding: { to: '/findings', search: 'finding' },
  system: { to: '/inventory', search: 'system' },
  answer: { to: '/checklists', search: 'item' },
  recommendation: { to: '/recommendations', search: 'recommendation' },
};

function Target({ link }: { link: Whole['links'][number] }) {
  const { to, search } = pages[link.kind];
  return (
    <Link to={to as never} search={{ [search]: link.id } as never}>
      {link.name}
    </Link>
  );
}

/** By the reference of a finding, or a system of the inventory; answers and recommendations link from their own pages. */
function AddLink({ piece }: { piece: string }) {
  const { t } = useWords();
  const [reference, setReference] = useState('');
  const [error, setError] = useState<string>();
  const { data } = useQuery(ask('inventory', 'page', { limit: 1000 }));
  const link = async (link: EvidenceLink) => {
    try {
      await fieldbook.evidence.link({ id: piece, link });
    } catch (problem) {
      tellProblem(problem);
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { ref } = await fieldbook.findings.get({ finding: reference.trim() });
      setError(undefined);
      setReference('');
      await link({ kind: 'finding', id: ref });
    } catch (problem) {
      if (asFieldbookError(problem).code === 'finding-unknown') setError(t('evidence.noFinding'));
      else tellProblem(problem);
    }
  };
  return (
    <div className={classes.addLink}>
      <form onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('evidence.addFinding')}
          placeholder="FB-7K3Q2-X2MA9"
          value={reference}
          error={error}
          onChange={(event) => setReference(event.currentTarget.value)}
        />
        <Button type="submit" disabled={reference.trim() === ''}>
          {t('evidence.link')}
        </Button>
      </form>
      {data && data.all > 0 && (
        <Select
          label={t('evidence.addSystem')}
          placeholder={t('evidence.chooseSystem')}
          searchable
          value={null}
          data={data.systems.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => id && void link({ kind: 'system', id })}
        />
      )}
    </div>
  );
}

import { Tooltip } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import { referenceUrl } from '../../shared/model/links.ts';
import { openLink } from './open-link.ts';
import classes from './references.module.css';

/** What a check rests on, each with the page that says it where there is one. */
export const References = ({ ids }: { ids: readonly string[] }) => (
  <ul className={classes.references}>
    {ids.map((id) => (
      <li key={id}>
        <Reference id={id} />
      </li>
    ))}
  </ul>
);

function Reference({ id }: { id: string }) {
  const url = referenceUrl(id);
  if (!url) return <code>{id}</code>;
  return (
    <Tooltip label={url}>
      <button type="button" className={classes.link} onClick={() => openLink(url)}>
        <code>{id}</code> <IconExternalLink size={12} aria-hidden />
      </button>
    </Tooltip>
  );
}

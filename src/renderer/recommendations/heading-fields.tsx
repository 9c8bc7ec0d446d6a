import { Select, TextInput } from '@mantine/core';
import { type Kind, kinds, type Track, tracks } from '../../shared/model/recommendation.ts';
import { useWords } from '../words.ts';
import classes from './recommendations.module.css';

export interface Heading {
  title: string;
  track: Track;
  kind: Kind;
}

/** What every recommendation is filed under, whether it is written or changed. */
export function HeadingFields({ value, set }: { value: Heading; set: (more: Partial<Heading>) => void }) {
  const { t } = useWords();
  return (
    <>
      <TextInput
        data-autofocus
        required
        maxLength={200}
        label={t('recommendations.form.titleField')}
        value={value.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <div className={classes.pair}>
        <Select
          label={t('recommendations.columns.track')}
          value={value.track}
          data={tracks.map((track) => ({ value: track, label: t(`advice.tracks.${track}`) }))}
          onChange={(track) => set({ track: track as Track })}
        />
        <Select
          label={t('recommendations.columns.kind')}
          value={value.kind}
          data={kinds.map((kind) => ({ value: kind, label: t(`advice.kinds.${kind}`) }))}
          onChange={(kind) => set({ kind: kind as Kind })}
        />
      </div>
    </>
  );
}

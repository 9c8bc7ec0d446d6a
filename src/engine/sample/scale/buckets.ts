import { on } from '../moment.ts';
import { computed, type Sequence } from '../sequence.ts';
import type { Kinds, More, Site } from '../world.ts';
import { countsOf, hex, indexIn, Slots, teams } from './slots.ts';

/** Buckets belong to the account; all of one live in its main region. */
export class Buckets implements More {
  readonly #home: Site;
  readonly #slots: Slots;
  readonly #count: number;

  constructor(home: Site, resources: number, change: number) {
    this.#home = home;
    this.#slots = new Slots(`${home.account.name} buckets`, change);
    this.#count = countsOf(resources).bucket;
  }

  list<K extends keyof Kinds>(kind: K): Sequence<Kinds[K]> | undefined {
    if (kind !== 'bucket') return undefined;
    return computed(this.#count, (index) => this.#bucket(index)) as Sequence<Kinds[K]>;
  }

  find<K extends keyof Kinds>(kind: K, name: string): Kinds[K] | undefined {
    return this.list(kind)
      ?.slice(indexIn(name), indexIn(name) + 1)
      .find((thing) => thing.name === name);
  }

  /** Sizes are measured in the region of the bucket, and nobody sends any for these. */
  measured(): undefined {
    return undefined;
  }

  #bucket(index: number): Kinds['bucket'] {
    const slot = this.#slots.of('bucket', index);
    const name = `acme-scale-${slot.key}-${hex(index)}`;
    return {
      name,
      arn: `arn:aws:s3:::${name}`,
      tags: { owner: teams[index % teams.length]! },
      acl: [],
      publicPolicy: false,
      encryption: { Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }] },
      versioning: slot.changed ? { Status: 'Enabled' } : {},
      body: {
        Name: name,
        CreationDate: on('2024-01-01'),
        BucketRegion: this.#home.region,
        BucketArn: `arn:aws:s3:::${name}`,
      },
    };
  }
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resourcesFolder } from '../resources.ts';
import { type PricePack, pricePackSchema } from './price-book.ts';

/** The price pack that ships with Fieldbook. */
export const loadPricePack = (): PricePack =>
  pricePackSchema.parse(JSON.parse(readFileSync(join(resourcesFolder, 'prices', 'aws.json'), 'utf8')));

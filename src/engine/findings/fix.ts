import type { JsonValue } from '../../shared/model/json.ts';
import type { Resource } from '../checks/estate.ts';
import type { StoreSource } from '../snapshot/store-source.ts';
import type { Finding } from './read.ts';

export interface Fix {
  cli: string | null;
  terraform: string | null;
}

/** The mending of a finding as code, where its check knows one and the finding asks for it. */
export function fixOf(source: StoreSource, { status, check, resource: identity }: Finding): Fix {
  const found =
    status === 'fail' && check.fix ? source.find(identity.type, identity.account, identity.arn) : undefined;
  if (!found) return { cli: null, terraform: null };
  const resource: Resource<unknown> = {
    ...identity,
    body: found.body as Resource<unknown>['body'],
    tags: {},
    get: (facet) => (found.facets.get(facet.name) ?? null) as JsonValue as never,
  };
  return { cli: check.fix?.cli?.(resource) ?? null, terraform: check.fix?.terraform?.(resource) ?? null };
}

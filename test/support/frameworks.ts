import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Frameworks {
  'CIS-7.0': string[];
  HIPAA: string[];
  FSBP: Record<string, number[]>;
  WA: { questions: Record<string, number>; costBestPractices: Record<string, number> };
}
const frameworks = JSON.parse(
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'frameworks.json'), 'utf8'),
) as Frameworks;

/** Whether an id such as `FSBP:EC2.2` exists in its framework. `WA` has a scheme and, of the cost pillar, the numbers; the other frameworks are lists. */
export function referenceExists(reference: string): boolean {
  const [framework = '', id = ''] = reference.split(/:(.*)/s);
  switch (framework) {
    case 'CIS-7.0':
    case 'HIPAA':
      return frameworks[framework].includes(id);
    case 'FSBP': {
      const [service = '', number = ''] = id.split('.');
      return frameworks.FSBP[service]?.some((one) => String(one) === number) ?? false;
    }
    case 'WA': {
      const [, pillar = '', question = '', practice = ''] = /^([A-Z]+)(\d\d)-BP(\d\d)$/.exec(id) ?? [];
      const { questions, costBestPractices } = frameworks.WA;
      const last = pillar === 'COST' ? (costBestPractices[question] ?? 0) : 20;
      const between = (value: string, most: number) => Number(value) >= 1 && Number(value) <= most;
      return between(question, questions[pillar] ?? 0) && between(practice, last);
    }
    default:
      return false;
  }
}

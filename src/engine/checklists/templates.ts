import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type ChecklistTemplate,
  checklistTemplateSchema,
  type ReferenceScheme,
  referenceSchemeSchema,
} from '../../shared/model/checklist.ts';
import { checks } from '../checks/index.ts';
import { resourcesFolder } from '../resources.ts';
import { problemsIn } from './problems.ts';

const folder = join(resourcesFolder, 'checklists');
const schemesFile = 'schemes.json';

const readJson = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/** The published schemes that items may refer to, by the part of a reference before the colon. */
export const readSchemes = (): Record<string, ReferenceScheme> =>
  z.record(z.string(), referenceSchemeSchema).parse(readJson(schemesFile));

let loaded: readonly ChecklistTemplate[] | undefined;

/**
 * The templates that Fieldbook ships, in their order: every file of resources/checklists but the schemes. Throws on a
 * template that is not whole, since a checklist with a hole in it would be frozen into a client's file.
 */
export function checklistTemplates(): readonly ChecklistTemplate[] {
  loaded ??= readTemplates();
  return loaded;
}

function readTemplates(): ChecklistTemplate[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== schemesFile);
  const templates = files.map((file) => {
    const parsed = checklistTemplateSchema.safeParse(readJson(file));
    if (!parsed.success) throw new Error(`resources/checklists/${file}: ${z.prettifyError(parsed.error)}`);
    if (file !== `${parsed.data.id}.json`)
      throw new Error(`resources/checklists/${file} holds the template '${parsed.data.id}'.`);
    return parsed.data;
  });
  const problems = problemsIn(templates, {
    checks: new Set(checks.map(({ id }) => id)),
    schemes: readSchemes(),
  });
  if (problems.length > 0)
    throw new Error(`resources/checklists: ${problems.map(({ sentence }) => sentence).join(' ')}`);
  return templates.sort((a, b) => a.order - b.order);
}

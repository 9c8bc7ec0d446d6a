import { asFieldbookError } from '../../shared/contract/errors.ts';
import type { Language } from '../../shared/model/languages.ts';
import { sampleEngagement, sampleScope } from '../../shared/model/sample.ts';
import { runJob } from '../data/jobs.ts';
import { fieldbook } from '../fieldbook.ts';

/**
 * Opens the sample engagement of a folder, or makes it there. What it lacks is scanned and written while it can be
 * looked at already.
 * @param language of one that is made
 * @param onProblem told when that is broken off; opening it again goes on
 */
export async function openSample(
  folder: string,
  language: Language,
  onProblem: (error: unknown) => void,
): Promise<void> {
  const { passphrase, file, client, consultant, scope, tagPolicy } = sampleEngagement;
  const path = `${folder}/${file}`;
  try {
    await fieldbook.engagement.open({ path, passphrase });
  } catch (error) {
    if (asFieldbookError(error).code !== 'file-not-found') throw error;
    await fieldbook.engagement.create({
      path,
      passphrase,
      client,
      consultant,
      scope: scope[language],
      language,
      tagPolicy,
      sample: true,
    });
    const { default: logo } = await import('../../../resources/sample/acme-health.svg?raw');
    await fieldbook.engagement.setLogo({ base64: btoa(logo) });
  }
  // Three months of work take as many words as the rest of the window.
  const { fillSample } = await import('../../shared/sample/index.ts');
  void fillSample(fieldbook, {
    scan: (state) =>
      runJob('scan', '/scans', (signal) => fieldbook.scan.start({ scope: sampleScope(state) }, { signal })),
  }).catch(onProblem);
}

import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { FieldbookError } from '../../shared/contract/errors.ts';
import type { LogoTable } from '../store/logo.ts';
import type { Workspace } from '../store/workspace.ts';
import type { Branding } from './common/input.ts';
import { printableLogo } from './logo-check.ts';

/** What somebody asks for by name for one report; it goes before what is kept. Logos are paths of files. */
export interface AskedBranding {
  accent?: string | undefined;
  consultantLogo?: string | undefined;
  clientLogo?: string | undefined;
}

/** The branding of a report: the consultant's from the workspace, the client's logo from the client's own file. */
export function brandingOf(
  workspace: Pick<Workspace, 'branding' | 'logo'>,
  clientLogo: LogoTable,
  asked: AskedBranding = {},
): Branding {
  const { name, accent, titleFont, footer } = workspace.branding();
  return {
    name,
    titleFont,
    footer,
    accent: asked.accent ?? accent,
    consultantLogo: asked.consultantLogo ? readLogoFile(asked.consultantLogo) : kept(workspace.logo),
    clientLogo: asked.clientLogo ? readLogoFile(asked.clientLogo) : kept(clientLogo),
  };
}

const kept = (table: LogoTable): string | null => {
  const logo = table.get();
  return logo && printableLogo(logo);
};

const mediaTypes: Record<string, 'image/svg+xml' | 'image/png' | 'image/jpeg'> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
};

/** A file that was named for one report. What is in it is looked at by pre-flight. */
function readLogoFile(path: string): string {
  const mediaType = mediaTypes[extname(path).toLowerCase()];
  if (!mediaType)
    throw new FieldbookError(
      'bad-input',
      `${path} is no logo that a report can print.`,
      'Use an SVG, PNG or JPEG file.',
    );
  try {
    return printableLogo({ mediaType, bytes: readFileSync(path) });
  } catch (error) {
    throw new FieldbookError(
      'file-not-found',
      `The logo ${path} cannot be read.`,
      'Check the path and your rights to it.',
      { cause: error },
    );
  }
}

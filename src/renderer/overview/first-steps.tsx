import { IconChecklist, IconRadar2, IconServer2 } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { Doors } from '../parts/doors.tsx';
import { useWords } from '../words.ts';

/** What an assessment begins with: reading the estate, asking its people, and listing what no scan can see. */
export function FirstSteps({ scan }: { scan: boolean }) {
  const { t } = useWords();
  const go = useNavigate();
  return (
    <Doors
      label={t('firstSteps.label')}
      doors={[
        ...(scan
          ? [
              {
                icon: IconRadar2,
                name: t('empty.scan'),
                lead: t('empty.noScanNext'),
                onClick: () => void go({ to: '/scans' }),
              },
            ]
          : []),
        {
          icon: IconChecklist,
          name: t('firstSteps.ask'),
          lead: t('firstSteps.askLead'),
          onClick: () => void go({ to: '/checklists' }),
        },
        {
          icon: IconServer2,
          name: t('firstSteps.systems'),
          lead: t('firstSteps.systemsLead'),
          onClick: () => void go({ to: '/inventory' }),
        },
      ]}
    />
  );
}

import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { useMenu } from './desktop.ts';
import { closeEngagement } from './frame/commands.ts';
import { openPalette } from './frame/palette.tsx';
import { PreviewKept } from './reports/preview.tsx';
import { newRouter } from './router.tsx';

/** The pages of one engagement. A router for each: the address of one means nothing in another. */
export function Pages() {
  const [router] = useState(newRouter);
  useMenu('settings', () => void router.navigate({ to: '/settings' }));
  useMenu('back', () => router.history.back());
  useMenu('forward', () => router.history.forward());
  useMenu('palette', openPalette);
  useMenu('close-engagement', () => void closeEngagement());
  return (
    <PreviewKept>
      <RouterProvider router={router} />
    </PreviewKept>
  );
}

import type { MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '../shared/contract/desktop.ts';
import type { MainWords } from './words.ts';

/** What the menus can do beside Electron's own roles. */
export interface MenuActions {
  newWindow(): void;
  open(): void;
  openRecent(path: string): void;
  clearRecent(): void;
  print(): void;
  /** By steps; null for the actual size. */
  zoom(by: number | null): void;
  /** The page of the focused window does it. */
  page(command: MenuCommand): void;
  documentation(): void;
  logs(): void;
  about(): void;
}

export interface MenuState {
  platform: NodeJS.Platform;
  /** Tools for developers are not in a program that ships. */
  developer: boolean;
  recent: readonly { path: string; client: string }[];
  /** There is a window in front, and an engagement is open in it. */
  window: boolean;
  engagement: boolean;
}

type Items = MenuItemConstructorOptions[];
const line: MenuItemConstructorOptions = { type: 'separator' };

/**
 * The menus, by the conventions of each system. Keys that the page knows (Ctrl+K, Ctrl+1 to 9, Ctrl+comma, Alt and
 * arrows) are the page's alone. Nothing here leads to the web.
 */
export function menuTemplate({ t }: MainWords, actions: MenuActions, state: MenuState): Items {
  const mac = state.platform === 'darwin';
  const page = (command: MenuCommand, label: string, enabled = state.engagement) => ({
    label,
    enabled,
    click: () => actions.page(command),
  });
  const about = { label: t('menu.about'), click: actions.about };
  const settings = page('settings', t('menu.settings'));
  return [
    ...(mac ? [applicationMenu(t, about, settings)] : []),
    { label: t('menu.file'), submenu: fileMenu(t, actions, state, page) },
    {
      label: t('menu.edit'),
      submenu: [
        { role: 'undo', label: t('menu.undo') },
        { role: 'redo', label: t('menu.redo') },
        line,
        { role: 'cut', label: t('menu.cut') },
        { role: 'copy', label: t('menu.copy') },
        { role: 'paste', label: t('menu.paste') },
        { role: 'selectAll', label: t('menu.selectAll') },
        ...(mac ? [] : [line, settings]),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        page('palette', t('menu.palette')),
        page('back', t('menu.back')),
        page('forward', t('menu.forward')),
        line,
        { label: t('menu.resetZoom'), accelerator: 'CmdOrCtrl+0', click: () => actions.zoom(null) },
        { label: t('menu.zoomIn'), accelerator: 'CmdOrCtrl+Plus', click: () => actions.zoom(0.5) },
        { label: t('menu.zoomOut'), accelerator: 'CmdOrCtrl+-', click: () => actions.zoom(-0.5) },
        line,
        { role: 'togglefullscreen', label: t('menu.fullScreen') },
        ...(state.developer ? [line, { role: 'toggleDevTools', label: t('menu.developer') } as const] : []),
      ],
    },
    {
      label: t('menu.window'),
      role: 'windowMenu',
      submenu: [
        { role: 'minimize', label: t('menu.minimize') },
        ...(mac
          ? ([
              { role: 'zoom', label: t('menu.zoomWindow') },
              line,
              { role: 'front', label: t('menu.toFront') },
            ] as Items)
          : []),
      ],
    },
    {
      label: t('menu.help'),
      role: 'help',
      submenu: [
        page('shortcuts', t('menu.shortcuts'), state.window),
        line,
        { label: t('menu.documentation'), click: actions.documentation },
        { label: t('menu.logs'), click: actions.logs },
        ...(mac ? [] : [line, about]),
      ],
    },
  ];
}

function fileMenu(
  t: MainWords['t'],
  actions: MenuActions,
  { platform, recent, window }: MenuState,
  page: (command: MenuCommand, label: string, enabled?: boolean) => MenuItemConstructorOptions,
): Items {
  const files: Items = recent.map(({ path, client }) => ({
    // An ampersand would underline the letter behind it.
    label: `${client}  ${path}`.replaceAll('&', '&&'),
    click: () => actions.openRecent(path),
  }));
  const quit = platform === 'win32' ? 'menu.exit' : 'menu.quit';
  return [
    { ...page('new-engagement', t('menu.newEngagement'), window), accelerator: 'CmdOrCtrl+N' },
    { label: t('menu.newWindow'), accelerator: 'CmdOrCtrl+Shift+N', click: actions.newWindow },
    line,
    { label: t('menu.open'), accelerator: 'CmdOrCtrl+O', click: actions.open },
    {
      label: t('menu.openRecent'),
      submenu:
        files.length === 0
          ? [{ label: t('menu.noRecent'), enabled: false }]
          : [...files, line, { label: t('menu.clearRecent'), click: actions.clearRecent }],
    },
    line,
    { label: t('menu.print'), accelerator: 'CmdOrCtrl+P', enabled: window, click: actions.print },
    line,
    page('close-engagement', t('menu.closeEngagement')),
    { role: 'close', label: t('menu.closeWindow'), accelerator: 'CmdOrCtrl+W' },
    ...(platform === 'darwin' ? [] : ([line, { role: 'quit', label: t(quit) }] as Items)),
  ];
}

const applicationMenu = (
  t: MainWords['t'],
  about: MenuItemConstructorOptions,
  settings: MenuItemConstructorOptions,
): MenuItemConstructorOptions => ({
  label: 'Fieldbook',
  submenu: [
    about,
    line,
    settings,
    line,
    { role: 'services', label: t('menu.services') },
    line,
    { role: 'hide', label: t('menu.hide') },
    { role: 'hideOthers', label: t('menu.hideOthers') },
    { role: 'unhide', label: t('menu.showAll') },
    line,
    { role: 'quit', label: t('menu.quit') },
  ],
});

/** The key that commands go by: Command on a Mac, Control elsewhere, as the shortcuts themselves have it. */
export const commandKey = /Mac/.test(navigator.userAgent) ? '⌘' : 'Ctrl';

/** Props of a button that does nothing now and keeps the focus, which one that is disabled would lose. */
export const idle = (is: boolean) => (is ? { 'data-disabled': true, 'aria-disabled': true } : {});

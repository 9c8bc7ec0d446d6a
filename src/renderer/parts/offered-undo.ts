/** What a message on the screen offers to take back. */
export interface Offer {
  /** The message. */
  what: string;
  /** Tells itself of what goes wrong; true when it was taken back. */
  takeBack: () => Promise<boolean>;
}

let offered: Offer | null = null;

export const offerUndo = (offer: Offer): void => {
  offered = offer;
};

/** Without an argument: something else was changed since. */
export const withdrawUndo = (offer = offered): void => {
  if (offered === offer) offered = null;
};

/** Of the message that was told last. */
export const offeredUndo = (): Offer | null => offered;

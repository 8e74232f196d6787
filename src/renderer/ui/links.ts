/** The address of something in the open project begins so. */
export const OWN_LINK = 'colligo:';

/** Whether a link may be offered as one that leaves the program; whatever else a text links to is shown as its words. */
export const leadsOutside = (url: string): boolean => /^(?:https?|mailto):/i.test(url);

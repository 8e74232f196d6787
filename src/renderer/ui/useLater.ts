import { useDeferredValue } from 'react';

/**
 * Whether what nobody waits for may come: not with the first rendering, but as soon as nothing more urgent is to be rendered. Then
 * it is worked out in small pieces, between which what has arrived is answered.
 */
export const useLater = (): boolean => useDeferredValue(true, false);

/**
 * Stands in the build for the client of HTTP that the JSON-LD library brings along (electron.vite.config.ts): Colligo fetches
 * nothing, and what is not there cannot be asked.
 */
export const httpClient = {
  /** @throws always */
  get(): never {
    throw new Error('Nothing is fetched.');
  },
};

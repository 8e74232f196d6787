/** The version of Colligo that is running: written into every project file and dataset it makes. */
export const VERSION = '0.1.0';

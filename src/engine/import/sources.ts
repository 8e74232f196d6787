// Provisional: replaced by the full version.
import { readFileSync, statSync } from 'node:fs';
import { readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { type Format, formatOf } from './formats.ts';

export interface Source {
  readonly path: string;
  readonly format: Format;
  readonly title?: string;
  readonly key?: string;
  readonly case?: string;
  readonly language?: string;
  readonly sha256?: string;
  readonly attributes?: Readonly<Partial<Record<'issuer' | 'kind' | 'date' | 'language' | 'licence', string>>>;
}

export type Found =
  | { readonly name: string; readonly source: Source }
  | { readonly name: string; readonly state: 'failed' | 'skipped'; readonly message: string };

export async function findSources(paths: readonly string[]): Promise<Found[]> {
  const found: Found[] = [];
  for (const path of paths) {
    if (statSync(path).isDirectory()) {
      found.push(...(await findSources(readdirSync(path).map((name) => join(path, name)))));
    } else if (extname(path) === '.json') {
      const { plans } = JSON.parse(readFileSync(path, 'utf8')) as { plans: Record<string, string>[] };
      for (const plan of plans) {
        found.push({
          name: plan['file'] ?? '',
          source: {
            path: join(dirname(path), plan['file'] ?? ''),
            format: 'markdown',
            title: plan['title'] ?? '',
            key: plan['id'] ?? '',
            case: plan['jurisdiction'] ?? '',
            language: plan['language'] ?? 'en',
            sha256: plan['sha256'] ?? '',
            attributes: { issuer: plan['issuer'] ?? '', kind: plan['kind'] ?? '', date: plan['date'] ?? '', language: plan['language'] ?? '', licence: plan['licence'] ?? '' },
          },
        });
      }
    } else {
      const format = formatOf(path);
      if (format) found.push({ name: basename(path), source: { path, format } });
      else found.push({ name: basename(path), state: 'skipped', message: 'This kind of file cannot be read yet.' });
    }
  }
  return found;
}

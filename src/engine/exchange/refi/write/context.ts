import type { RefiProfile } from '../../../../contract/exports.ts';
import type { Frame, FrameDocument } from '../../../dataset/frame.ts';
import { idText } from '../../../store/ids.ts';
import { identityOf } from '../../identity.ts';
import { NO_SPACES, type PageSpaces } from '../page-spaces.ts';
import type { Sidecar } from '../sidecar.ts';
import { indexMemos, type MemoIndex } from './memos.ts';
import { RULES, type Rules } from './profile.ts';
import { attribute, element, guid, isHeld } from './xml.ts';

/** How a project is asked for. */
export interface RefiOptions {
  readonly profile: RefiProfile;
  /** Whether the note stays out by which Colligo gives back what REFI-QDA has no field for. */
  readonly plain: boolean;
}

/** What all parts of writing a project share. */
export class Refi {
  readonly frame: Frame;
  readonly rules: Rules;
  /** Whether the note for Colligo goes along: other programs' profiles leave it out. */
  readonly sidecar: boolean;
  readonly memos: MemoIndex;
  /** Texts that XML cannot hold, as they come. */
  readonly texts: Sidecar['texts'][number][] = [];
  readonly values: Sidecar['values'][number][] = [];
  /** By document. */
  readonly spaces = new Map<string, PageSpaces>();

  constructor(frame: Frame, { profile, plain }: RefiOptions) {
    this.frame = frame;
    this.rules = RULES[profile];
    this.sidecar = hasSidecar({ profile, plain });
    this.memos = indexMemos(frame);
  }

  /** How pages with coded parts are cropped and turned; `learnSpaces` finds it out before anything is written. */
  spacesOf(document: FrameDocument): PageSpaces {
    return this.spaces.get(document.id) ?? NO_SPACES;
  }

  /** Remembers a text that XML cannot hold, or that readers change: a CR, or a byte order mark. @returns the text */
  said(of: string, field: 'name' | 'description' | 'text', text: string): string {
    if (!isHeld(text) || /^\uFEFF|\r/.test(text)) this.texts.push({ of, field, text });
    return text;
  }

  /** @returns the coder's identity in the file; undefined where the scope leaves that coder out */
  coder(id: Uint8Array): string | undefined {
    return this.frame.coders.get(idText(id))?.id;
  }

  /** @returns the attributes that say who made something and when */
  made(row: { readonly created_at: string; readonly created_by: Uint8Array }): string {
    const coder = this.coder(row.created_by);
    return attribute('creatingUser', coder && guid(coder)) + this.at(row.created_at);
  }

  /** @returns when it was made: to the millisecond where Colligo reads it back, else without fractions, which some refuse */
  at(moment: string): string {
    return attribute('creationDateTime', this.moment(moment));
  }

  moment(moment: string): string {
    return this.sidecar ? moment.replace('.000Z', 'Z') : moment.replace(/\.\d+Z$/, 'Z');
  }

  /** @returns references to the memos about something, by its identity */
  noteRefs(of: string): string {
    const memos = this.memos.referred.get(of) ?? [];
    return memos.map((memo) => element('NoteRef', attribute('targetGUID', guid(memo)), '')).join('');
  }
}

/** @returns whether the note for Colligo goes along */
export const hasSidecar = ({ profile, plain }: RefiOptions): boolean => profile === 'standard' && !plain;

/** The text of a PDF has an identity of its own: programs refuse files in which two things share one. */
export const representationOf = (document: string): string => identityOf(document, 'representation');

/** A file that goes along only for Colligo. */
export const originalOf = (document: string): string => identityOf(document, 'original');

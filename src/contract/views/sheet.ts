import type { CivilDate, Instant } from '../../domain/calendar/civil-date';
import type { TextRef } from '../../domain/text-ref';
import type { Bilingual } from '../words/bilingual';

/** A value on a sheet, before its texts are in place and its moments written out (src/contract/schemas/sheet.ts). */
export type SheetValue =
  | { readonly text: TextRef | string }
  | { readonly words: Bilingual }
  | { readonly person: string }
  | { readonly day: CivilDate }
  | { readonly at: Instant }
  | { readonly file: string }
  | { readonly paper: string }
  | { readonly ballots: string };

export interface SheetLine {
  readonly label: Bilingual;
  readonly values: readonly SheetValue[];
}

/** A part of what a procedure holds, as people read it. */
export interface Section {
  readonly title: readonly SheetValue[];
  readonly clause: string | null;
  readonly lines: readonly SheetLine[];
  readonly table: {
    readonly columns: readonly Bilingual[];
    readonly rows: readonly (readonly SheetValue[])[][];
  } | null;
  readonly parts: readonly Section[];
}

/** A section from what it has; the rest is empty. */
export function section(title: Bilingual | TextRef, has: Partial<Omit<Section, 'title'>>): Section {
  const shown: SheetValue = 'zh' in title ? { words: title } : { text: title };
  return { clause: null, lines: [], table: null, parts: [], ...has, title: [shown] };
}

/** A line, or none where there is nothing to say. */
export function line(label: Bilingual, ...values: readonly (SheetValue | null | undefined | false)[]): SheetLine[] {
  const said = values.filter((value): value is SheetValue => Boolean(value));
  return said.length > 0 ? [{ label, values: said }] : [];
}

/** Only the sections that hold something. */
export function filled(sections: readonly Section[]): Section[] {
  return sections.filter(({ lines, table, parts }) => lines.length > 0 || table?.rows.length || parts.length > 0);
}

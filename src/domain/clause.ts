/** A clause of the catalogue, such as `HDA-11.1.2` or `LAW-CC-201`: document, article or part, item, letter. */
export type ClauseId = `${'ARC' | 'ACC' | 'PWW' | 'PWR' | 'PAD' | 'CPO' | 'RAD' | 'HDA' | 'LAW'}-${string}`;

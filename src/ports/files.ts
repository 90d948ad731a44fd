/** A file without its content. */
export interface FileFacts {
  readonly id: string;
  readonly organisationId: string;
  /** In hexadecimal. */
  readonly sha256: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
  readonly uploadedById: string;
}

/** A file as it was uploaded. */
export interface StoredFile extends FileFacts {
  readonly content: Uint8Array;
}

/** Photos of boards and signed papers: added, never changed. */
export interface Files {
  /** Stores it, once: with an id that is taken, the facts stored under it are returned. */
  add(file: StoredFile): Promise<FileFacts>;
  find(id: string): Promise<FileFacts | null>;
  /** Whether a procedure that names the person, and so is shown to them, refers to the file. */
  isShownTo(id: string, personId: string): Promise<boolean>;
  content(id: string): Promise<Uint8Array | null>;
}

/** Text that a person wrote, by the digest under which it is kept: erasing the text leaves events and state whole. */
export interface TextRef {
  readonly evidence: string;
}

/**
 * Something on the machine keeps a server from starting, and a person can put it right.
 * The message is complete in both languages and is shown without a stack.
 */
export class StartError extends Error {
  override readonly name: string = 'StartError';

  constructor(words: { readonly zh: string; readonly en: string }, options?: ErrorOptions) {
    super(`${words.zh}\n${words.en}`, options);
  }
}

/** A port belongs to another program; `setting` is the environment variable that chooses another. */
export class PortTakenError extends StartError {
  override readonly name = 'PortTakenError';

  constructor(
    readonly port: number,
    readonly setting: string,
    what: string,
  ) {
    super({
      zh: `${what} 所需的端口 ${port} 已被其他程序占用。请停止该程序，或用环境变量 ${setting} 另选端口。`,
      en: `Port ${port}, wanted for ${what}, is taken by another program. Stop that program, or choose another port with ${setting}.`,
    });
  }
}

/** What antd's Form.Item gives to the control inside it. */
export interface Controlled<Value> {
  readonly id?: string;
  readonly value?: Value;
  readonly onChange?: (value: Value | undefined) => void;
}

/** The value of a field that names one thing or several. */
export type Chosen = string | string[];

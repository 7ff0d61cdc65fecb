/** Settings: one of several, or on and off. */
import { Text } from './parts.tsx';

interface Option<Value> {
  value: Value;
  id: string;
  args?: Record<string, number>;
}

export function Choices<Value extends string | number>(props: {
  name: string;
  title: string;
  hint?: string;
  options: readonly Option<Value>[];
  value: Value;
  onPick: (value: Value) => void;
}) {
  return (
    <fieldset class="field">
      <legend>
        <Text id={props.title} />
      </legend>
      <div class="choices">
        {props.options.map(({ value, id, args }) => (
          <label key={value} class="choice">
            <input
              type="radio"
              name={props.name}
              checked={value === props.value}
              onChange={() => props.onPick(value)}
            />
            <span>
              <Text id={id} {...(args && { args })} />
            </span>
          </label>
        ))}
      </div>
      {props.hint && (
        <p class="meta">
          <Text id={props.hint} />
        </p>
      )}
    </fieldset>
  );
}

export function Switch(props: { id: string; on: boolean; onChange: (on: boolean) => void }) {
  return (
    <label class="switch">
      <input
        type="checkbox"
        checked={props.on}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span>
        <Text id={props.id} />
      </span>
    </label>
  );
}

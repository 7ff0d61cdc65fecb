/** Staff read both cards, before play and during it. */
import type { CardPart, CardSection } from '#protocol';
import { Text } from './parts.tsx';

const traineeParts: readonly CardPart[] = ['situation', 'may_offer', 'steps'];

export function BothCards(props: {
  sections: readonly CardSection[];
  trainee: string;
  customer: string;
  open: boolean;
}) {
  const own = props.sections.filter(({ part }) => traineeParts.includes(part));
  const others = props.sections.filter(({ part }) => !traineeParts.includes(part));
  return (
    <details class="panel cards" open={props.open}>
      <summary>
        <Text id="cards-title" />
      </summary>
      <div class="cards__both">
        <OneCard title="cards-trainee" who={props.trainee} sections={own} />
        <OneCard title="cards-customer" who={props.customer} sections={others} />
      </div>
    </details>
  );
}

function OneCard(props: { title: string; who: string; sections: readonly CardSection[] }) {
  return (
    <section class="cards__one">
      <h2>
        <Text id={props.title} args={{ who: props.who }} />
      </h2>
      {props.sections.map(({ part, lines }) => (
        <div key={part} data-part={part}>
          <h3>
            <Text id={`card-part-${part}`} />
          </h3>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

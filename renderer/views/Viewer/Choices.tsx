// Renderer: one choice among a few, in a menu of the viewer.

import { Menu } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import popup from '../../components/Popup.module.css';
import styles from './Bar.module.css';

interface ChoicesProps<T extends string | number> {
  /** Said above them. */
  readonly label: string;
  readonly values: readonly T[];
  readonly value: T;
  readonly name: (value: T) => string;
  readonly onChoose: (value: T) => void;
}

export function Choices<T extends string | number>({
  label,
  values,
  value,
  name,
  onChoose,
}: ChoicesProps<T>) {
  return (
    <Menu.Group>
      <Menu.GroupLabel className={styles.menuLabel}>{label}</Menu.GroupLabel>
      <Menu.RadioGroup value={value} onValueChange={(next) => onChoose(next as T)}>
        {values.map((one) => (
          <Menu.RadioItem key={one} value={one} closeOnClick className={popup.item} data-value={one}>
            <span className={popup.mark}>
              <Menu.RadioItemIndicator>
                <Check size={16} strokeWidth={1.5} aria-hidden />
              </Menu.RadioItemIndicator>
            </span>
            {name(one)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </Menu.Group>
  );
}

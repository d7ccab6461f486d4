// Runs in the test: what the arguments of every call look like, made from the schemas by which the gate judges them. A new
// call is given wrong arguments without anybody thinking of it.

import { z } from 'zod';
import { SCHEMAS } from '../../electron/main/ipc/schemas.js';
import { CALL_NAMES, type CallName } from '../../electron/shared/contract.js';

/** The part of a JSON schema that the schemas use; `ids` is a `Uint32Array`. */
export interface Shape {
  readonly type?: 'array' | 'object' | 'string' | 'integer' | 'number' | 'boolean' | 'null' | 'ids';
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
  readonly prefixItems?: readonly Shape[];
  readonly items?: Shape | false;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
}

/** Each call with the shapes of its arguments. */
export function shapesOfCalls(): readonly (readonly [CallName, readonly Shape[]])[] {
  return CALL_NAMES.map((name) => {
    const shape = z.toJSONSchema(SCHEMAS[name], {
      unrepresentable: 'any',
      override: ({ zodSchema, jsonSchema }) => {
        // The only one that JSON knows nothing of.
        if (zodSchema._zod.def.type === 'custom') (jsonSchema as { type: string }).type = 'ids';
      },
    }) as Shape;
    if (shape.type !== 'array' || !shape.prefixItems)
      throw new Error(`The arguments of ${name} are no list.`);
    return [name, shape.prefixItems];
  });
}

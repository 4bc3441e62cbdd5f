import type { Contract } from '#codegen/read/contract.ts';
import { readContract } from '#codegen/read/read-contract.ts';

/** A small contract in which every form that the emitters tell apart occurs. */
const SAMPLE = `
openapi: 3.0.3
info: {title: Sample, version: 1.0.0}
paths:
  /health:
    get:
      operationId: getHealth
      summary: Get Health
      x-area: health
      x-access: public
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: object, required: [up], properties: {up: {type: boolean}}}}}}
  /api/notes:
    get:
      operationId: listNotes
      summary: List Notes
      x-area: notes
      x-access: user
      parameters:
        - {name: page_size, in: query, schema: {$ref: '#/components/schemas/PageSize'}}
        - {name: kinds, in: query, style: form, explode: false, schema: {type: array, maxItems: 3, items: {type: string, enum: [a, b]}}}
        - {name: states, in: query, x-comma-separated: true, schema: {type: array, maxItems: 3, items: {type: string, enum: [c, d]}}}
        - {name: If-None-Match, in: header, schema: {type: string, minLength: 1}}
      responses:
        '200':
          description: ok
          headers: {ETag: {required: true, schema: {type: string}}, X-Extra: {schema: {type: string}}}
          content: {application/json: {schema: {$ref: '#/components/schemas/NotePage'}}}
        '304': {description: same}
        '422': {description: bad, content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}}
    post:
      operationId: createNote
      summary: Create Note
      x-area: notes
      x-access: user
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NoteCreate'}}}}
      responses:
        '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}}
  /api/notes/{note_id}:
    delete:
      operationId: deleteNote
      summary: Delete Note
      x-area: notes
      x-access: user
      parameters: [{name: note_id, in: path, required: true, schema: {type: string, format: uuid}}]
      responses: {'204': {description: gone}}
  /api/notes/{note_id}/events:
    get:
      operationId: streamNote
      summary: Stream Note
      x-area: notes
      x-access: user
      parameters: [{name: note_id, in: path, required: true, schema: {type: string, format: uuid}}]
      responses:
        '200':
          description: events
          content: {text/event-stream: {schema: {$ref: '#/components/schemas/NoteStream'}}}
  /api/files/{name}.{ext}:
    get:
      operationId: getFile
      summary: Get File
      x-area: files
      x-access: admin
      parameters:
        - {name: ext, in: path, required: true, schema: {type: string}}
        - {name: name, in: path, required: true, schema: {type: string}}
      responses: {'200': {description: file, content: {application/pdf: {schema: {type: string, format: binary}}}}}
  /api/files:
    post:
      operationId: uploadFile
      summary: Upload File
      x-area: files
      x-access: user
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file]
              properties:
                file: {type: string, format: binary}
                more: {type: array, items: {type: string, format: binary}}
                title: {type: string, x-phi: true}
      responses: {'204': {description: stored}}
components:
  schemas:
    PageSize: {type: integer, minimum: 1, maximum: 100, default: 20}
    Kind: {type: string, enum: [a, b]}
    NoteStream:
      oneOf: [{$ref: '#/components/schemas/NoteEvent'}]
      discriminator: {propertyName: event, mapping: {note: '#/components/schemas/NoteEvent'}}
    NoteEvent:
      type: object
      required: [event, data]
      properties: {event: {type: string, enum: [note]}, data: {$ref: '#/components/schemas/Note'}}
    Note:
      type: object
      required: [id, text, kind, tags, parent, score]
      properties:
        id: {type: string, format: uuid}
        text: {type: string, x-phi: true}
        kind: {$ref: '#/components/schemas/Kind'}
        tags: {type: array, items: {type: string}}
        parent: {nullable: true, allOf: [{$ref: '#/components/schemas/Note'}]}
        score: {type: number, nullable: true}
        counts: {type: object, additionalProperties: {type: integer}}
        custom: {type: object, additionalProperties: true}
        shape: {$ref: '#/components/schemas/Shape'}
    NotePage:
      type: object
      required: [items]
      properties:
        next: {type: string, nullable: true}
        items: {type: array, items: {$ref: '#/components/schemas/Note'}}
    Shape:
      oneOf: [{$ref: '#/components/schemas/Circle'}, {$ref: '#/components/schemas/Square'}]
      discriminator: {propertyName: form, mapping: {circle: '#/components/schemas/Circle', square: '#/components/schemas/Square'}}
    Circle:
      type: object
      additionalProperties: false
      required: [form, radius]
      properties: {form: {type: string, enum: [circle]}, radius: {type: number}, unit: {type: string, default: cm}}
    Square:
      type: object
      additionalProperties: false
      required: [form, side]
      properties: {form: {type: string, enum: [square]}, side: {type: number}, colour: {type: string, default: red}}
    NoteCreate:
      type: object
      additionalProperties: false
      required: [text]
      properties:
        text: {type: string, minLength: 1, maxLength: 10, x-phi: true}
        pinned: {type: boolean, default: false}
        size: {$ref: '#/components/schemas/PageSize'}
        at: {type: string, format: date-time, nullable: true}
        shapes: {type: array, maxItems: 5, items: {$ref: '#/components/schemas/Shape'}}
        options: {type: object, properties: {depth: {type: integer, minimum: 0, exclusiveMinimum: true, default: 3}}}
    Problem:
      type: object
      required: [code, status]
      properties: {code: {type: string}, status: {type: integer}, token: {type: string, x-secret: true}}
`;

export function sampleContract(): Contract {
  return readContract('sample.yaml', SAMPLE);
}

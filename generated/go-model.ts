// How Ory's Go SDK types what the service reads. Made from openapi/ory.json by: make generate

export const session = {
  kind: 'struct',
  fields: [
    { name: "active", type: {"kind":"boolean","keepsNull":false} },
    { name: "authenticated_at", type: {"kind":"time","keepsNull":false} },
    { name: "authentication_methods", type: { kind: 'list', of: {
      kind: 'struct',
      fields: [
        { name: "aal", type: {"kind":"enum","name":"AuthenticatorAssuranceLevel","values":["aal0","aal1","aal2","aal3"],"keepsNull":false} },
        { name: "completed_at", type: {"kind":"time","keepsNull":false} },
        { name: "method", type: {"kind":"string","keepsNull":false} },
        { name: "organization", type: {"kind":"string","keepsNull":false} },
        { name: "provider", type: {"kind":"string","keepsNull":false} },
        { name: "upstream_acr", type: {"kind":"string","keepsNull":false} },
        { name: "upstream_amr", type: { kind: 'list', of: {"kind":"string","keepsNull":false} } },
      ],
      required: [],
    } } },
    { name: "authenticator_assurance_level", type: {"kind":"enum","name":"AuthenticatorAssuranceLevel","values":["aal0","aal1","aal2","aal3"],"keepsNull":false} },
    { name: "devices", type: { kind: 'list', of: {
      kind: 'struct',
      fields: [
        { name: "id", type: {"kind":"string","keepsNull":false} },
        { name: "ip_address", type: {"kind":"string","keepsNull":false} },
        { name: "location", type: {"kind":"string","keepsNull":false} },
        { name: "user_agent", type: {"kind":"string","keepsNull":false} },
      ],
      required: ["id"],
    } } },
    { name: "expires_at", type: {"kind":"time","keepsNull":false} },
    { name: "id", type: {"kind":"string","keepsNull":false} },
    { name: "identity", type: {
      kind: 'struct',
      fields: [
        { name: "created_at", type: {"kind":"time","keepsNull":false} },
        { name: "credentials", type: { kind: 'map', of: {
          kind: 'struct',
          fields: [
            { name: "config", type: { kind: 'map', of: {"kind":"any"} } },
            { name: "created_at", type: {"kind":"time","keepsNull":false} },
            { name: "identifiers", type: { kind: 'list', of: {"kind":"string","keepsNull":false} } },
            { name: "type", type: {"kind":"string","keepsNull":false} },
            { name: "updated_at", type: {"kind":"time","keepsNull":false} },
            { name: "version", type: {"kind":"integer","keepsNull":false} },
          ],
          required: [],
        } } },
        { name: "external_id", type: {"kind":"string","keepsNull":false} },
        { name: "id", type: {"kind":"string","keepsNull":false} },
        { name: "metadata_admin", type: { kind: 'map', of: {"kind":"any"} } },
        { name: "metadata_public", type: { kind: 'map', of: {"kind":"any"} } },
        { name: "organization_id", type: {"kind":"string","keepsNull":true} },
        { name: "recovery_addresses", type: { kind: 'list', of: {
          kind: 'struct',
          fields: [
            { name: "break_glass_for_organization", type: {"kind":"string","keepsNull":true} },
            { name: "created_at", type: {"kind":"time","keepsNull":false} },
            { name: "id", type: {"kind":"string","keepsNull":false} },
            { name: "updated_at", type: {"kind":"time","keepsNull":false} },
            { name: "value", type: {"kind":"string","keepsNull":false} },
            { name: "via", type: {"kind":"string","keepsNull":false} },
          ],
          required: ["value","via"],
        } } },
        { name: "region", type: {"kind":"string","keepsNull":false} },
        { name: "schema_id", type: {"kind":"string","keepsNull":false} },
        { name: "schema_url", type: {"kind":"string","keepsNull":false} },
        { name: "state", type: {"kind":"string","keepsNull":false} },
        { name: "state_changed_at", type: {"kind":"time","keepsNull":false} },
        { name: "traits", type: {"kind":"any"} },
        { name: "updated_at", type: {"kind":"time","keepsNull":false} },
        { name: "verifiable_addresses", type: { kind: 'list', of: {
          kind: 'struct',
          fields: [
            { name: "created_at", type: {"kind":"time","keepsNull":false} },
            { name: "id", type: {"kind":"string","keepsNull":false} },
            { name: "status", type: {"kind":"string","keepsNull":false} },
            { name: "updated_at", type: {"kind":"time","keepsNull":false} },
            { name: "value", type: {"kind":"string","keepsNull":false} },
            { name: "verified", type: {"kind":"boolean","keepsNull":false} },
            { name: "verified_at", type: {"kind":"time","keepsNull":false} },
            { name: "via", type: {"kind":"string","keepsNull":false} },
          ],
          required: ["status","value","verified","via"],
        } } },
      ],
      required: ["id","schema_id","schema_url","traits"],
    } },
    { name: "issued_at", type: {"kind":"time","keepsNull":false} },
    { name: "tokenized", type: {"kind":"string","keepsNull":false} },
  ],
  required: ["id"],
} as const

export const errorGeneric = {
  kind: 'struct',
  fields: [
    { name: "error", type: {
      kind: 'struct',
      fields: [
        { name: "debug", type: {"kind":"string","keepsNull":false} },
        { name: "error", type: {"kind":"string","keepsNull":false} },
        { name: "error_description", type: {"kind":"string","keepsNull":false} },
        { name: "id", type: {"kind":"string","keepsNull":false} },
        { name: "message", type: {"kind":"string","keepsNull":false} },
        { name: "status_code", type: {"kind":"integer","keepsNull":false} },
      ],
      required: [],
    } },
  ],
  required: ["error"],
} as const

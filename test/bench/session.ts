/** Sizes of the sessions in kB. */
export const sizes = [1, 10, 100, 1000] as const

/** tokenOf is the session token that gets the session of `size` kB. */
export function tokenOf(size: number): string {
  return `ory_st_benchmark_${size}`
}

/** sessionOf makes a session as Kratos writes it, of about `size` kB: its identity belongs to that many groups. */
export function sessionOf(size: number): string {
  const time = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().replace('Z', '416123Z')
  const groups: unknown[] = []
  const session = {
    id: '0d6c7a5c-2f0e-4a53-9b9f-6a4a2c1f7f10',
    active: true,
    expires_at: time(1),
    authenticated_at: time(0),
    authenticator_assurance_level: 'aal1',
    authentication_methods: [{ method: 'password', aal: 'aal1', completed_at: time(0) }],
    issued_at: time(0),
    identity: {
      id: '9f425a8d-7efc-4768-8f23-7647a74fdf13',
      schema_id: 'default',
      schema_url: 'http://127.0.0.1:4433/schemas/ZGVmYXVsdA',
      state: 'active',
      state_changed_at: time(-30),
      traits: { email: 'ann@example.com', name: 'Ann', groups },
      metadata_public: null,
      created_at: time(-30),
      updated_at: time(-1),
      organization_id: null,
    },
    devices: [
      {
        id: '5a1f3c52-0d24-4b0e-8b87-0f8a3f7f9c11',
        ip_address: '127.0.0.1:50422',
        user_agent: 'Mozilla/5.0 (X11; Linux x86_64)',
        location: '',
      },
    ],
  }
  for (let length = JSON.stringify(session).length; length < size * 1000;) {
    const group = { name: `group ${groups.length}`, role: 'member', id: groups.length, since: time(-groups.length) }
    groups.push(group)
    length += JSON.stringify(group).length + 1
  }
  return JSON.stringify(session)
}

export interface paths {
    "/.well-known/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWellKnownChangePassword"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["discoverJsonWebKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/openid-configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["discoverOidcConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/ory/webauthn.js": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWebAuthnJavaScript"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOAuth2Clients"];
        put?: never;
        post: operations["createOAuth2Client"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOAuth2Client"];
        put: operations["setOAuth2Client"];
        post?: never;
        delete: operations["deleteOAuth2Client"];
        options?: never;
        head?: never;
        patch: operations["patchOAuth2Client"];
        trace?: never;
    };
    "/admin/clients/{id}/lifespans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setOAuth2ClientLifespans"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/clients/{id}/secrets/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["rotateOAuth2ClientSecret"];
        delete: operations["deleteRotatedOAuth2ClientSecrets"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/courier/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCourierMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/courier/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCourierMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listIdentities"];
        put?: never;
        post: operations["createIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["batchPatchIdentities"];
        trace?: never;
    };
    "/admin/identities/by/external/{externalID}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getIdentityByExternalID"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/identities/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getIdentity"];
        put: operations["updateIdentity"];
        post?: never;
        delete: operations["deleteIdentity"];
        options?: never;
        head?: never;
        patch: operations["patchIdentity"];
        trace?: never;
    };
    "/admin/identities/{id}/credentials/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deleteIdentityCredentials"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/identities/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listIdentitySessions"];
        put?: never;
        post?: never;
        delete: operations["deleteIdentitySessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/keys/{set}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getJsonWebKeySet"];
        put: operations["setJsonWebKeySet"];
        post: operations["createJsonWebKeySet"];
        delete: operations["deleteJsonWebKeySet"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/keys/{set}/{kid}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getJsonWebKey"];
        put: operations["setJsonWebKey"];
        post?: never;
        delete: operations["deleteJsonWebKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/auth/requests/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOAuth2ConsentRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/auth/requests/consent/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["acceptOAuth2ConsentRequest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/auth/requests/consent/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["rejectOAuth2ConsentRequest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/auth/requests/device/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["acceptUserCodeRequest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/auth/requests/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOAuth2LoginRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/auth/requests/login/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["acceptOAuth2LoginRequest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/auth/requests/login/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["rejectOAuth2LoginRequest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/auth/requests/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOAuth2LogoutRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/auth/requests/logout/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["acceptOAuth2LogoutRequest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/auth/requests/logout/reject": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["rejectOAuth2LogoutRequest"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/auth/sessions/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOAuth2ConsentSessions"];
        put?: never;
        post?: never;
        delete: operations["revokeOAuth2ConsentSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/auth/sessions/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revokeOAuth2LoginSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["introspectOAuth2Token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/oauth2/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deleteOAuth2Token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/recovery/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["createRecoveryCodeForIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/recovery/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["createRecoveryLinkForIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/relation-tuples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["createRelationship"];
        post?: never;
        delete: operations["deleteRelationships"];
        options?: never;
        head?: never;
        patch: operations["patchRelationships"];
        trace?: never;
    };
    "/admin/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSessions"];
        put?: never;
        post: operations["manageSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSession"];
        put?: never;
        post?: never;
        delete: operations["disableSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/sessions/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["extendSession"];
        trace?: never;
    };
    "/admin/test-login-flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["createTestLoginFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/trust/grants/jwt-bearer/issuers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTrustedOAuth2JwtGrantIssuers"];
        put?: never;
        post: operations["trustOAuth2JwtGrantIssuer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/trust/grants/jwt-bearer/issuers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getTrustedOAuth2JwtGrantIssuer"];
        put?: never;
        post?: never;
        delete: operations["deleteTrustedOAuth2JwtGrantIssuer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/credentials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["createVerifiableCredential"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/elements/configuration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getConfiguration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/namespaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRelationshipNamespaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["oAuth2Authorize"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/device/auth": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["oAuth2DeviceFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/device/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["performOAuth2DeviceVerificationFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["createOidcDynamicClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/register/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOidcDynamicClient"];
        put: operations["setOidcDynamicClient"];
        post?: never;
        delete: operations["deleteOidcDynamicClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["revokeOAuth2Token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/sessions/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["revokeOidcSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth2/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["oauth2TokenExchange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/opl/syntax/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["checkOplSyntax"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listProjects"];
        put?: never;
        post: operations["createProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getProject"];
        put: operations["setProject"];
        post?: never;
        delete: operations["purgeProject"];
        options?: never;
        head?: never;
        patch: operations["patchProject"];
        trace?: never;
    };
    "/projects/{project_id}/eventstreams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listEventStreams"];
        put?: never;
        post: operations["createEventStream"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/eventstreams/{event_stream_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setEventStream"];
        post?: never;
        delete: operations["deleteEventStream"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listOrganizations"];
        put?: never;
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/organizations/{organization_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOrganization"];
        put: operations["updateOrganization"];
        post?: never;
        delete: operations["deleteOrganization"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/organizations/{organization_id}/onboarding-portal-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOrganizationOnboardingPortalLinks"];
        put?: never;
        post: operations["createOrganizationOnboardingPortalLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/organizations/{organization_id}/onboarding-portal-links/{onboarding_portal_link_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["updateOrganizationOnboardingPortalLink"];
        delete: operations["deleteOrganizationOnboardingPortalLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project_id}/revision/{revision_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["patchProjectWithRevision"];
        trace?: never;
    };
    "/projects/{project}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getProjectMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeProjectMember"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listProjectApiKeys"];
        put?: never;
        post: operations["createProjectApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/projects/{project}/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deleteProjectApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/relation-tuples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRelationships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/relation-tuples/batch/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["batchCheckPermission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/relation-tuples/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["checkPermissionOrError"];
        put?: never;
        post: operations["postCheckPermissionOrError"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/relation-tuples/check/openapi": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["checkPermission"];
        put?: never;
        post: operations["postCheckPermission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/relation-tuples/expand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["expandPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listIdentitySchemas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/schemas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getIdentitySchema"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getFlowError"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/fed-cm/parameters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["createFedcmFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/fed-cm/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["updateFedcmFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["updateLoginFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/login/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["createNativeLoginFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/login/browser": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["createBrowserLoginFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/login/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getLoginFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/login/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deleteTestLoginFlow"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["updateLogoutFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/logout/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["performNativeLogout"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/logout/browser": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["createBrowserLogoutFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["updateRecoveryFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/recovery/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["createNativeRecoveryFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/recovery/browser": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["createBrowserRecoveryFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/recovery/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRecoveryFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["updateRegistrationFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/registration/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["createNativeRegistrationFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/registration/browser": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["createBrowserRegistrationFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/registration/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRegistrationFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["updateSettingsFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/settings/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["createNativeSettingsFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/settings/browser": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["createBrowserSettingsFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/settings/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSettingsFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["updateVerificationFlow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/verification/api": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["createNativeVerificationFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/verification/browser": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["createBrowserVerificationFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/self-service/verification/flows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getVerificationFlow"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMySessions"];
        put?: never;
        post?: never;
        delete: operations["disableMyOtherSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/token-exchange": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exchangeSessionToken"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/whoami": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whose session is this?
         * @description Answers with the session of the cookie or token that is sent along.
         */
        get: operations["toSession"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["disableMySession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/userinfo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getOidcUserInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2alpha1/admin/apiKeys:batchVerify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adminBatchVerifyApiKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2alpha1/admin/apiKeys:derive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adminDeriveToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2alpha1/admin/apiKeys:verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adminVerifyApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2alpha1/admin/importedApiKeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["adminListImportedApiKeys"];
        put?: never;
        post: operations["adminImportApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2alpha1/admin/importedApiKeys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["adminGetImportedApiKey"];
        put?: never;
        post?: never;
        delete: operations["adminDeleteImportedApiKey"];
        options?: never;
        head?: never;
        patch: operations["adminUpdateImportedApiKey"];
        trace?: never;
    };
    "/v2alpha1/admin/importedApiKeys/{key_id}:revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adminRevokeImportedApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2alpha1/admin/importedApiKeys:batchCreate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adminBatchCreateImportedApiKeys"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2alpha1/admin/issuedApiKeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["adminListIssuedApiKeys"];
        put?: never;
        post: operations["adminIssueApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2alpha1/admin/issuedApiKeys/{key_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["adminGetIssuedApiKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["adminUpdateIssuedApiKey"];
        trace?: never;
    };
    "/v2alpha1/admin/issuedApiKeys/{key_id}:revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adminRevokeIssuedApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2alpha1/admin/issuedApiKeys/{key_id}:rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["adminRotateIssuedApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2alpha1/apiKeys:selfRevoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v2alpha1/derivedKeys/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getJwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/version": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWorkspaces"];
        put?: never;
        post: operations["createWorkspace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getWorkspace"];
        put: operations["updateWorkspace"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWorkspaceProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listWorkspaceApiKeys"];
        put?: never;
        post: operations["createWorkspaceApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/workspaces/{workspace}/tokens/{token_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deleteWorkspaceApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountExperienceColors: {
            ax_background_default?: string;
            brand_100?: string;
            brand_200?: string;
            brand_300?: string;
            brand_400?: string;
            brand_50?: string;
            brand_500?: string;
            brand_600?: string;
            brand_700?: string;
            brand_800?: string;
            brand_900?: string;
            brand_950?: string;
            button_identifier_background_default?: string;
            button_identifier_background_hover?: string;
            button_identifier_border_border_default?: string;
            button_identifier_border_border_hover?: string;
            button_identifier_foreground_default?: string;
            button_identifier_foreground_hover?: string;
            button_link_brand_brand?: string;
            button_link_brand_brand_hover?: string;
            button_link_default_primary?: string;
            button_link_default_primary_hover?: string;
            button_link_default_secondary?: string;
            button_link_default_secondary_hover?: string;
            button_link_disabled_disabled?: string;
            button_primary_background_default?: string;
            button_primary_background_disabled?: string;
            button_primary_background_hover?: string;
            button_primary_border_default?: string;
            button_primary_border_disabled?: string;
            button_primary_border_hover?: string;
            button_primary_foreground_default?: string;
            button_primary_foreground_disabled?: string;
            button_primary_foreground_hover?: string;
            button_secondary_background_default?: string;
            button_secondary_background_disabled?: string;
            button_secondary_background_hover?: string;
            button_secondary_border_default?: string;
            button_secondary_border_disabled?: string;
            button_secondary_border_hover?: string;
            button_secondary_foreground_default?: string;
            button_secondary_foreground_disabled?: string;
            button_secondary_foreground_hover?: string;
            button_social_background_default?: string;
            button_social_background_disabled?: string;
            button_social_background_generic_provider?: string;
            button_social_background_hover?: string;
            button_social_border_default?: string;
            button_social_border_disabled?: string;
            button_social_border_generic_provider?: string;
            button_social_border_hover?: string;
            button_social_foreground_default?: string;
            button_social_foreground_disabled?: string;
            button_social_foreground_generic_provider?: string;
            button_social_foreground_hover?: string;
            checkbox_background_checked?: string;
            checkbox_background_default?: string;
            checkbox_border_checkbox_border_checked?: string;
            checkbox_border_checkbox_border_default?: string;
            checkbox_foreground_checked?: string;
            checkbox_foreground_default?: string;
            form_background_default?: string;
            form_border_default?: string;
            input_background_default?: string;
            input_background_disabled?: string;
            input_background_hover?: string;
            input_border_default?: string;
            input_border_disabled?: string;
            input_border_focus?: string;
            input_border_hover?: string;
            input_foreground_disabled?: string;
            input_foreground_primary?: string;
            input_foreground_secondary?: string;
            input_foreground_tertiary?: string;
            interface_background_brand_primary?: string;
            interface_background_brand_primary_hover?: string;
            interface_background_brand_secondary?: string;
            interface_background_brand_secondary_hover?: string;
            interface_background_default_inverted?: string;
            interface_background_default_inverted_hover?: string;
            interface_background_default_none?: string;
            interface_background_default_primary?: string;
            interface_background_default_primary_hover?: string;
            interface_background_default_secondary?: string;
            interface_background_default_secondary_hover?: string;
            interface_background_default_tertiary?: string;
            interface_background_default_tertiary_hover?: string;
            interface_background_disabled_disabled?: string;
            interface_background_validation_danger?: string;
            interface_background_validation_success?: string;
            interface_background_validation_warning?: string;
            interface_border_brand_brand?: string;
            interface_border_default_inverted?: string;
            interface_border_default_none?: string;
            interface_border_default_primary?: string;
            interface_border_disabled_disabled?: string;
            interface_border_validation_danger?: string;
            interface_border_validation_success?: string;
            interface_border_validation_warning?: string;
            interface_foreground_brand_on_primary?: string;
            interface_foreground_brand_on_secondary?: string;
            interface_foreground_brand_primary?: string;
            interface_foreground_brand_secondary?: string;
            interface_foreground_default_inverted?: string;
            interface_foreground_default_primary?: string;
            interface_foreground_default_secondary?: string;
            interface_foreground_default_tertiary?: string;
            interface_foreground_disabled_disabled?: string;
            interface_foreground_disabled_on_disabled?: string;
            interface_foreground_validation_danger?: string;
            interface_foreground_validation_success?: string;
            interface_foreground_validation_warning?: string;
            ory_background_default?: string;
            ory_border_default?: string;
            ory_foreground_default?: string;
            radio_background_checked?: string;
            radio_background_default?: string;
            radio_border_checked?: string;
            radio_border_default?: string;
            radio_foreground_checked?: string;
            radio_foreground_default?: string;
            toggle_background_checked?: string;
            toggle_background_default?: string;
            toggle_border_checked?: string;
            toggle_border_default?: string;
            toggle_foreground_checked?: string;
            toggle_foreground_default?: string;
            ui_100?: string;
            ui_200?: string;
            ui_300?: string;
            ui_400?: string;
            ui_50?: string;
            ui_500?: string;
            ui_600?: string;
            ui_700?: string;
            ui_800?: string;
            ui_900?: string;
            ui_950?: string;
            ui_black?: string;
            ui_danger?: string;
            ui_success?: string;
            ui_transparent?: string;
            ui_warning?: string;
            ui_white?: string;
        };
        AdminIdentityImportCredentialsLookupSecret: {
            config?: components["schemas"]["AdminIdentityImportCredentialsLookupSecretConfig"];
        };
        AdminIdentityImportCredentialsLookupSecretConfig: {
            codes?: components["schemas"]["identityCredentialsLookupSecretCode"][];
        };
        AdminRevokeImportedApiKeyBody: {
            description?: string;
            reason?: components["schemas"]["RevocationReason"];
        };
        AdminRevokeIssuedApiKeyBody: {
            description?: string;
            reason?: components["schemas"]["RevocationReason"];
        };
        AdminRotateIssuedApiKeyBody: {
            ip_restriction?: components["schemas"]["IPRestriction"];
            metadata?: Record<string, unknown>;
            name?: string;
            rate_limit_policy?: components["schemas"]["RateLimitPolicy"];
            scopes?: string[];
            visibility?: components["schemas"]["KeyVisibility"];
        };
        /** Format: int64 */
        AmountInCent: number;
        Any: {
            "@type"?: string;
        } & {
            [key: string]: unknown;
        };
        Attribute: {
            key?: string;
            value?: string;
        };
        AttributeFilter: {
            attribute?: string;
            /** @enum {string} */
            condition?: "equals" | "not_equals" | "contains" | "not_contains" | "regex" | "not_regex" | "set" | "not_set";
            value?: string;
        };
        AttributesCountDatapoint: {
            /** Format: int64 */
            count: number;
            name: string;
        };
        AuthenticatorTransport: string;
        /**
         * @default BATCH_CREATE_IMPORTED_API_KEYS_ERROR_UNSPECIFIED
         * @enum {string}
         */
        BatchCreateImportedApiKeysErrorCode: "BATCH_CREATE_IMPORTED_API_KEYS_ERROR_UNSPECIFIED" | "BATCH_CREATE_IMPORTED_API_KEYS_ERROR_INVALID_ARGUMENT" | "BATCH_CREATE_IMPORTED_API_KEYS_ERROR_ALREADY_EXISTS" | "BATCH_CREATE_IMPORTED_API_KEYS_ERROR_FAILED_PRECONDITION" | "BATCH_CREATE_IMPORTED_API_KEYS_ERROR_INTERNAL" | "BATCH_CREATE_IMPORTED_API_KEYS_ERROR_RESOURCE_EXHAUSTED";
        BatchCreateImportedApiKeysRequest: {
            requests?: components["schemas"]["ImportApiKeyRequest"][];
        };
        BatchCreateImportedApiKeysResponse: {
            /** Format: int32 */
            failure_count?: number;
            results?: components["schemas"]["BatchCreateImportedApiKeysResult"][];
            /** Format: int32 */
            success_count?: number;
        };
        BatchCreateImportedApiKeysResult: {
            error_code?: components["schemas"]["BatchCreateImportedApiKeysErrorCode"];
            error_message?: string;
            imported_api_key?: components["schemas"]["ImportedApiKey"];
            /** Format: int32 */
            index?: number;
        };
        BatchVerifyApiKeysRequest: {
            requests?: components["schemas"]["VerifyApiKeyRequest"][];
        };
        BatchVerifyApiKeysResponse: {
            results?: components["schemas"]["VerifyApiKeyResponse"][];
        };
        BillingPeriodBucket: {
            base_invoices?: components["schemas"]["invoice"][];
            billing_period?: components["schemas"]["TimeInterval"];
            usage_invoice?: components["schemas"]["invoice"];
        };
        CodeChannel: string;
        CreateInviteResponse: {
            all_invites: components["schemas"]["memberInvite"][];
            created_invite: components["schemas"]["memberInvite"];
        };
        CreateProjectMemberInviteBody: {
            invitee_email: string;
            /**
             * @default developer
             * @enum {string}
             */
            role: "developer" | "viewer";
        };
        CreateProjectNormalizedPayload: {
            account_experience_contact_url?: string;
            account_experience_custom_translations?: components["schemas"]["RevisionAccountExperienceCustomTranslation"][];
            account_experience_default_locale?: string;
            account_experience_enabled_locales?: string[];
            account_experience_favicon_dark?: string;
            account_experience_favicon_light?: string;
            account_experience_hide_ory_branding?: boolean;
            account_experience_hide_registration_link?: boolean;
            account_experience_locale_behavior?: string;
            account_experience_logo_dark?: string;
            account_experience_logo_light?: string;
            account_experience_privacy_policy_url?: string;
            account_experience_terms_of_service_url?: string;
            account_experience_theme_variables_dark?: string;
            account_experience_theme_variables_light?: string;
            /** Format: date-time */
            readonly created_at?: string;
            disable_account_experience_welcome_screen?: boolean;
            enable_ax_v2?: boolean;
            /** @enum {string} */
            environment: "prod" | "stage" | "dev";
            /** @enum {string} */
            home_region?: "eu-central" | "asia-northeast" | "us-east" | "us-west" | "eu" | "asia" | "us" | "global";
            hydra_oauth2_allowed_top_level_claims?: string[];
            hydra_oauth2_client_credentials_default_grant_allowed_scope?: boolean;
            hydra_oauth2_device_authorization_token_polling_interval?: string;
            /** @enum {string} */
            hydra_oauth2_device_authorization_user_code_entropy_preset?: "high" | "medium" | "low";
            hydra_oauth2_exclude_not_before_claim?: boolean;
            hydra_oauth2_grant_jwt_iat_optional?: boolean;
            hydra_oauth2_grant_jwt_jti_optional?: boolean;
            /** @default 720h */
            hydra_oauth2_grant_jwt_max_ttl: string;
            hydra_oauth2_grant_jwt_omit_assertion_audience?: boolean;
            hydra_oauth2_grant_refresh_token_rotation_grace_period?: string;
            /** Format: int64 */
            hydra_oauth2_grant_refresh_token_rotation_grace_reuse_count?: number;
            hydra_oauth2_mirror_top_level_claims?: boolean;
            hydra_oauth2_pkce_enforced?: boolean;
            hydra_oauth2_pkce_enforced_for_public_clients?: boolean;
            hydra_oauth2_preserve_ext_claims?: boolean;
            hydra_oauth2_refresh_token_hook?: string;
            hydra_oauth2_token_hook?: string;
            hydra_oauth2_token_prefix?: string;
            hydra_oidc_dynamic_client_registration_default_scope?: string[];
            hydra_oidc_dynamic_client_registration_enabled?: boolean;
            hydra_oidc_subject_identifiers_pairwise_salt?: string;
            hydra_oidc_subject_identifiers_supported_types?: string[];
            hydra_secrets_cookie?: string[];
            hydra_secrets_pagination?: string[];
            hydra_secrets_system?: string[];
            hydra_serve_cookies_same_site_legacy_workaround?: boolean;
            hydra_serve_cookies_same_site_mode?: string;
            /**
             * @default opaque
             * @enum {string}
             */
            hydra_strategies_access_token: "opaque" | "jwt";
            /**
             * @default list
             * @enum {string}
             */
            hydra_strategies_jwt_scope_claim: "list" | "string" | "both";
            /**
             * @default wildcard
             * @enum {string}
             */
            hydra_strategies_scope: "exact" | "wildcard";
            /** @default 30m */
            hydra_ttl_access_token: string;
            /** @default 720h */
            hydra_ttl_auth_code: string;
            hydra_ttl_device_user_code?: string;
            /** @default 30m */
            hydra_ttl_id_token: string;
            /** @default 30m */
            hydra_ttl_login_consent_request: string;
            /** @default 720h */
            hydra_ttl_refresh_token: string;
            hydra_urls_consent?: string;
            hydra_urls_device_success?: string;
            hydra_urls_device_verification?: string;
            hydra_urls_error?: string;
            hydra_urls_login?: string;
            hydra_urls_logout?: string;
            hydra_urls_post_logout_redirect?: string;
            hydra_urls_registration?: string;
            hydra_urls_self_issuer?: string;
            hydra_webfinger_jwks_broadcast_keys?: string[];
            hydra_webfinger_oidc_discovery_auth_url?: string;
            hydra_webfinger_oidc_discovery_client_registration_url?: string;
            hydra_webfinger_oidc_discovery_device_authorization_url?: string;
            hydra_webfinger_oidc_discovery_jwks_url?: string;
            hydra_webfinger_oidc_discovery_supported_claims?: string[];
            hydra_webfinger_oidc_discovery_supported_scope?: string[];
            hydra_webfinger_oidc_discovery_token_url?: string;
            hydra_webfinger_oidc_discovery_userinfo_url?: string;
            /** Format: uuid */
            readonly id?: string;
            keto_namespace_configuration?: string;
            keto_namespaces?: components["schemas"]["KetoNamespace"][];
            keto_secrets_pagination?: string[];
            kratos_cookies_same_site?: string;
            kratos_courier_channels?: components["schemas"]["NormalizedProjectRevisionCourierChannel"][];
            /** @default smtp */
            kratos_courier_delivery_strategy: string;
            kratos_courier_http_request_config_auth_api_key_in?: string;
            kratos_courier_http_request_config_auth_api_key_name?: string;
            kratos_courier_http_request_config_auth_api_key_value?: string;
            kratos_courier_http_request_config_auth_basic_auth_password?: string;
            kratos_courier_http_request_config_auth_basic_auth_user?: string;
            /** @default  */
            kratos_courier_http_request_config_auth_type: string;
            kratos_courier_http_request_config_body?: string;
            kratos_courier_http_request_config_headers?: Record<string, unknown>;
            /** @default POST */
            kratos_courier_http_request_config_method: string;
            kratos_courier_http_request_config_url?: string;
            kratos_courier_smtp_connection_uri?: string;
            kratos_courier_smtp_from_address?: string;
            kratos_courier_smtp_from_name?: string;
            kratos_courier_smtp_headers?: Record<string, unknown>;
            kratos_courier_smtp_local_name?: string;
            kratos_courier_templates_login_code_valid_email_body_html?: string;
            kratos_courier_templates_login_code_valid_email_body_plaintext?: string;
            kratos_courier_templates_login_code_valid_email_subject?: string;
            kratos_courier_templates_login_code_valid_sms_body_plaintext?: string;
            kratos_courier_templates_recovery_code_invalid_email_body_html?: string;
            kratos_courier_templates_recovery_code_invalid_email_body_plaintext?: string;
            kratos_courier_templates_recovery_code_invalid_email_subject?: string;
            kratos_courier_templates_recovery_code_valid_email_body_html?: string;
            kratos_courier_templates_recovery_code_valid_email_body_plaintext?: string;
            kratos_courier_templates_recovery_code_valid_email_subject?: string;
            kratos_courier_templates_recovery_invalid_email_body_html?: string;
            kratos_courier_templates_recovery_invalid_email_body_plaintext?: string;
            kratos_courier_templates_recovery_invalid_email_subject?: string;
            kratos_courier_templates_recovery_valid_email_body_html?: string;
            kratos_courier_templates_recovery_valid_email_body_plaintext?: string;
            kratos_courier_templates_recovery_valid_email_subject?: string;
            kratos_courier_templates_registration_code_valid_email_body_html?: string;
            kratos_courier_templates_registration_code_valid_email_body_plaintext?: string;
            kratos_courier_templates_registration_code_valid_email_subject?: string;
            kratos_courier_templates_registration_code_valid_sms_body_plaintext?: string;
            kratos_courier_templates_verifiable_address_changed_email_body_html?: string;
            kratos_courier_templates_verifiable_address_changed_email_body_plaintext?: string;
            kratos_courier_templates_verifiable_address_changed_email_subject?: string;
            kratos_courier_templates_verifiable_address_changed_sms_body_plaintext?: string;
            kratos_courier_templates_verification_code_invalid_email_body_html?: string;
            kratos_courier_templates_verification_code_invalid_email_body_plaintext?: string;
            kratos_courier_templates_verification_code_invalid_email_subject?: string;
            kratos_courier_templates_verification_code_valid_email_body_html?: string;
            kratos_courier_templates_verification_code_valid_email_body_plaintext?: string;
            kratos_courier_templates_verification_code_valid_email_subject?: string;
            kratos_courier_templates_verification_code_valid_sms_body_plaintext?: string;
            kratos_courier_templates_verification_invalid_email_body_html?: string;
            kratos_courier_templates_verification_invalid_email_body_plaintext?: string;
            kratos_courier_templates_verification_invalid_email_subject?: string;
            kratos_courier_templates_verification_valid_email_body_html?: string;
            kratos_courier_templates_verification_valid_email_body_plaintext?: string;
            kratos_courier_templates_verification_valid_email_subject?: string;
            kratos_feature_flags_cacheable_sessions?: boolean;
            kratos_feature_flags_cacheable_sessions_max_age?: string;
            kratos_feature_flags_choose_recovery_address?: boolean;
            kratos_feature_flags_faster_session_extend?: boolean;
            kratos_feature_flags_legacy_continue_with_verification_ui?: boolean;
            kratos_feature_flags_legacy_oidc_registration_node_group?: boolean;
            kratos_feature_flags_legacy_require_verified_login_error?: boolean;
            kratos_feature_flags_password_profile_registration_node_group?: boolean;
            kratos_feature_flags_refresh_login_choose_address?: boolean;
            kratos_feature_flags_use_continue_with_transitions?: boolean;
            kratos_identity_schemas?: components["schemas"]["normalizedProjectRevisionIdentitySchema"][];
            kratos_oauth2_provider_headers?: Record<string, unknown>;
            kratos_oauth2_provider_override_return_to?: boolean;
            kratos_oauth2_provider_url?: string;
            kratos_preview_default_read_consistency_level?: string;
            kratos_secrets_cipher?: string[];
            kratos_secrets_cookie?: string[];
            kratos_secrets_default?: string[];
            kratos_secrets_pagination?: string[];
            kratos_security_account_enumeration_mitigate?: boolean;
            kratos_selfservice_allowed_return_urls?: string[];
            kratos_selfservice_default_browser_return_url?: string;
            kratos_selfservice_flows_error_ui_url?: string;
            kratos_selfservice_flows_login_after_code_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_lookup_secret_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_oidc_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_passkey_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_password_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_totp_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_webauthn_default_browser_return_url?: string;
            kratos_selfservice_flows_login_lifespan?: string;
            kratos_selfservice_flows_login_style?: string;
            kratos_selfservice_flows_login_ui_url?: string;
            kratos_selfservice_flows_logout_after_default_browser_return_url?: string;
            kratos_selfservice_flows_recovery_after_default_browser_return_url?: string;
            kratos_selfservice_flows_recovery_enabled?: boolean;
            kratos_selfservice_flows_recovery_lifespan?: string;
            kratos_selfservice_flows_recovery_notify_unknown_recipients?: boolean;
            kratos_selfservice_flows_recovery_ui_url?: string;
            /** @enum {string} */
            kratos_selfservice_flows_recovery_use?: "link" | "code";
            kratos_selfservice_flows_registration_after_code_default_browser_return_url?: string;
            kratos_selfservice_flows_registration_after_default_browser_return_url?: string;
            kratos_selfservice_flows_registration_after_oidc_default_browser_return_url?: string;
            kratos_selfservice_flows_registration_after_passkey_default_browser_return_url?: string;
            kratos_selfservice_flows_registration_after_password_default_browser_return_url?: string;
            kratos_selfservice_flows_registration_after_webauthn_default_browser_return_url?: string;
            kratos_selfservice_flows_registration_enable_legacy_one_step?: boolean;
            kratos_selfservice_flows_registration_enabled?: boolean;
            kratos_selfservice_flows_registration_lifespan?: string;
            kratos_selfservice_flows_registration_login_hints?: boolean;
            kratos_selfservice_flows_registration_ui_url?: string;
            kratos_selfservice_flows_settings_after_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_lookup_secret_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_oidc_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_passkey_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_password_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_profile_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_totp_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_webauthn_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_lifespan?: string;
            kratos_selfservice_flows_settings_privileged_session_max_age?: string;
            kratos_selfservice_flows_settings_required_aal?: string;
            kratos_selfservice_flows_settings_ui_url?: string;
            kratos_selfservice_flows_verification_after_default_browser_return_url?: string;
            kratos_selfservice_flows_verification_enabled?: boolean;
            kratos_selfservice_flows_verification_lifespan?: string;
            kratos_selfservice_flows_verification_notify_unknown_recipients?: boolean;
            kratos_selfservice_flows_verification_ui_url?: string;
            /** @enum {string} */
            kratos_selfservice_flows_verification_use?: "link" | "code";
            kratos_selfservice_methods_captcha_config_allowed_domains?: string[];
            kratos_selfservice_methods_captcha_config_byo?: boolean;
            kratos_selfservice_methods_captcha_config_cf_turnstile_byo_secret?: string;
            kratos_selfservice_methods_captcha_config_cf_turnstile_byo_sitekey?: string;
            kratos_selfservice_methods_captcha_config_cf_turnstile_secret?: string;
            kratos_selfservice_methods_captcha_config_cf_turnstile_sitekey?: string;
            kratos_selfservice_methods_captcha_config_legacy_inject_node?: boolean;
            kratos_selfservice_methods_captcha_enabled?: boolean;
            kratos_selfservice_methods_code_config_lifespan?: string;
            /** Format: int64 */
            kratos_selfservice_methods_code_config_max_submissions?: number;
            kratos_selfservice_methods_code_config_missing_credential_fallback_enabled?: boolean;
            kratos_selfservice_methods_code_enabled?: boolean;
            kratos_selfservice_methods_code_mfa_enabled?: boolean;
            kratos_selfservice_methods_code_passwordless_enabled?: boolean;
            kratos_selfservice_methods_code_passwordless_login_fallback_enabled?: boolean;
            kratos_selfservice_methods_deviceauthn_config_android_app_ids?: string[];
            kratos_selfservice_methods_deviceauthn_config_first_factor?: boolean;
            kratos_selfservice_methods_deviceauthn_config_insecure_allow_relaxed_attestation?: boolean;
            kratos_selfservice_methods_deviceauthn_config_ios_app_ids?: string[];
            kratos_selfservice_methods_deviceauthn_config_ios_biometric_first_factor?: boolean;
            /** Format: int64 */
            kratos_selfservice_methods_deviceauthn_config_pin_max_attempts?: number;
            kratos_selfservice_methods_deviceauthn_enabled?: boolean;
            kratos_selfservice_methods_link_config_base_url?: string;
            kratos_selfservice_methods_link_config_lifespan?: string;
            kratos_selfservice_methods_link_enabled?: boolean;
            kratos_selfservice_methods_lookup_secret_enabled?: boolean;
            kratos_selfservice_methods_oidc_config_base_redirect_uri?: string;
            kratos_selfservice_methods_oidc_config_providers?: components["schemas"]["normalizedProjectRevisionThirdPartyProvider"][];
            kratos_selfservice_methods_oidc_enable_auto_link_policy?: boolean;
            kratos_selfservice_methods_oidc_enabled?: boolean;
            kratos_selfservice_methods_passkey_config_rp_display_name?: string;
            kratos_selfservice_methods_passkey_config_rp_id?: string;
            kratos_selfservice_methods_passkey_config_rp_origins?: string[];
            kratos_selfservice_methods_passkey_enabled?: boolean;
            kratos_selfservice_methods_password_config_haveibeenpwned_enabled?: boolean;
            kratos_selfservice_methods_password_config_identifier_similarity_check_enabled?: boolean;
            kratos_selfservice_methods_password_config_ignore_network_errors?: boolean;
            /** Format: int64 */
            kratos_selfservice_methods_password_config_max_breaches?: number;
            /** Format: int64 */
            kratos_selfservice_methods_password_config_min_password_length?: number;
            kratos_selfservice_methods_password_enabled?: boolean;
            kratos_selfservice_methods_profile_enabled?: boolean;
            kratos_selfservice_methods_saml_config_providers?: components["schemas"]["normalizedProjectRevisionSAMLProvider"][];
            kratos_selfservice_methods_saml_enabled?: boolean;
            kratos_selfservice_methods_totp_config_issuer?: string;
            kratos_selfservice_methods_totp_enabled?: boolean;
            kratos_selfservice_methods_webauthn_config_passwordless?: boolean;
            kratos_selfservice_methods_webauthn_config_rp_display_name?: string;
            kratos_selfservice_methods_webauthn_config_rp_icon?: string;
            kratos_selfservice_methods_webauthn_config_rp_id?: string;
            kratos_selfservice_methods_webauthn_config_rp_origins?: string[];
            kratos_selfservice_methods_webauthn_enabled?: boolean;
            kratos_session_cookie_persistent?: boolean;
            kratos_session_cookie_same_site?: string;
            kratos_session_lifespan?: string;
            kratos_session_whoami_required_aal?: string;
            kratos_session_whoami_tokenizer_templates?: components["schemas"]["normalizedProjectRevisionTokenizerTemplate"][];
            name: string;
            organizations?: components["schemas"]["organization"][];
            /** Format: uuid */
            project_id?: string;
            project_revision_hooks?: components["schemas"]["normalizedProjectRevisionHook"][];
            scim_clients?: components["schemas"]["normalizedProjectRevisionScimClient"][];
            serve_admin_cors_allowed_origins?: string[];
            serve_admin_cors_enabled?: boolean;
            serve_public_cors_allowed_origins?: string[];
            serve_public_cors_enabled?: boolean;
            strict_security?: boolean;
            talos_cache_enabled?: boolean;
            talos_cache_ttl?: string;
            talos_credentials_api_keys_default_ttl?: string;
            talos_credentials_api_keys_max_ttl?: string;
            talos_credentials_api_keys_prefix_current?: string;
            talos_credentials_api_keys_prefix_public_current?: string;
            talos_credentials_api_keys_prefix_public_retired?: string[];
            talos_credentials_api_keys_prefix_retired?: string[];
            talos_credentials_derived_tokens_default_ttl?: string;
            talos_credentials_derived_tokens_jwt_signing_key_id?: string;
            talos_credentials_derived_tokens_jwt_signing_keys_urls?: string[];
            talos_credentials_derived_tokens_macaroon_prefix_current?: string;
            talos_credentials_derived_tokens_macaroon_prefix_retired?: string[];
            talos_credentials_issuer?: string;
            readonly talos_credentials_issuer_retired?: string[];
            talos_credentials_issuer_retired_entries?: components["schemas"]["talosRetiredValue"][];
            talos_rate_limit_enabled?: boolean;
            talos_secrets_hmac_current?: string;
            readonly talos_secrets_hmac_retired?: string[];
            talos_secrets_hmac_retired_entries?: components["schemas"]["talosRetiredValue"][];
            /** Format: date-time */
            readonly updated_at?: string;
            /** Format: uuid */
            workspace_id?: string;
        };
        CreateSubscriptionCommon: {
            /** @enum {string} */
            currency?: "usd" | "eur";
            /** @enum {string} */
            interval: "monthly" | "yearly";
            plan: string;
            return_to?: string;
        };
        CreateVerifiableCredentialRequestBody: {
            format?: string;
            proof?: components["schemas"]["VerifiableCredentialProof"];
            types?: string[];
        };
        CreateWorkspaceApiKeyBody: {
            /** Format: date-time */
            expires_at?: string;
            name: string;
        };
        CreateWorkspaceMemberInviteBody: {
            invitee_email: string;
            /** @enum {string} */
            role: "owner" | "developer" | "viewer";
        };
        DefaultError: unknown;
        DeriveTokenRequest: {
            algorithm?: components["schemas"]["TokenAlgorithm"];
            credential?: string;
            custom_claims?: Record<string, unknown>;
            scopes?: string[];
            ttl?: string;
        };
        DeriveTokenResponse: {
            token?: components["schemas"]["Token"];
        };
        DeviceAuthnKey: {
            attestation?: components["schemas"]["deviceAuthnAttestation"];
            client_key_id?: string;
            /** Format: date-time */
            created_at?: string;
            device_name?: string;
            device_type?: components["schemas"]["DeviceType"];
            pin?: components["schemas"]["PINConfig"];
            /** Format: byte */
            public_key?: string;
            /** Format: date-time */
            relaxed_attestation_expires_at?: string;
            state?: components["schemas"]["KeyState"];
            user_verification?: components["schemas"]["UserVerification"];
            /** Format: int64 */
            version?: number;
        };
        /** @enum {string} */
        DeviceType: "Android" | "iOS";
        DeviceUserAuthRequest: {
            challenge: string;
            client?: components["schemas"]["oAuth2Client"];
            /** Format: date-time */
            handled_at?: string;
            request_url?: string;
            requested_access_token_audience?: string[];
            requested_scope?: string[];
        };
        /** Format: int64 */
        Duration: number;
        /** Format: int64 */
        Enumerated: number;
        GenericOIDCProvider: {
            client_id: string;
            client_secret: string;
            issuer_url: string;
        };
        GenericUsage: {
            additional_price: string;
            /** Format: int64 */
            included_usage: number;
        };
        GetJWKSResponse: {
            jwks?: components["schemas"]["GetJWKSResponse_jwks"];
        };
        /** Format: int64 */
        ID: number;
        IPRestriction: {
            allowed_cidrs?: string[];
        };
        ImportApiKeyRequest: {
            actor_id?: string;
            ip_restriction?: components["schemas"]["IPRestriction"];
            metadata?: Record<string, unknown>;
            name?: string;
            rate_limit_policy?: components["schemas"]["RateLimitPolicy"];
            raw_key?: string;
            request_id?: string;
            scopes?: string[];
            ttl?: string;
            visibility?: components["schemas"]["KeyVisibility"];
        };
        ImportedApiKey: {
            actor_id?: string;
            /** Format: date-time */
            create_time?: string;
            /** Format: date-time */
            expire_time?: string;
            ip_restriction?: components["schemas"]["IPRestriction"];
            key_id?: string;
            /** Format: date-time */
            last_used_time?: string;
            metadata?: Record<string, unknown>;
            name?: string;
            rate_limit_policy?: components["schemas"]["RateLimitPolicy"];
            revocation_description?: string;
            revocation_reason?: components["schemas"]["RevocationReason"];
            scopes?: string[];
            status?: components["schemas"]["KeyStatus"];
            /** Format: date-time */
            update_time?: string;
            visibility?: components["schemas"]["KeyVisibility"];
        };
        InvoiceDataV1: {
            billing_period: components["schemas"]["TimeInterval"];
            readonly currency: string;
            readonly deleted?: boolean;
            readonly items: components["schemas"]["LineItemV1"][];
            readonly plan?: string;
            stripe_invoice_item?: string;
            stripe_invoice_status?: string;
            readonly stripe_link?: string;
            readonly subtitle?: string;
            tax?: components["schemas"]["TaxLineItem"];
            readonly title: string;
            /** Format: int64 */
            total_in_cent: number;
        };
        InvoiceStatus: string;
        Invoices: components["schemas"]["invoice"][];
        IssueApiKeyRequest: {
            actor_id?: string;
            ip_restriction?: components["schemas"]["IPRestriction"];
            metadata?: Record<string, unknown>;
            name?: string;
            rate_limit_policy?: components["schemas"]["RateLimitPolicy"];
            request_id?: string;
            scopes?: string[];
            ttl?: string;
            visibility?: components["schemas"]["KeyVisibility"];
        };
        IssueApiKeyResponse: {
            issued_api_key?: components["schemas"]["IssuedApiKey"];
            secret?: string;
        };
        IssuedApiKey: {
            actor_id?: string;
            /** Format: date-time */
            create_time?: string;
            /** Format: date-time */
            expire_time?: string;
            ip_restriction?: components["schemas"]["IPRestriction"];
            key_id?: string;
            /** Format: date-time */
            last_used_time?: string;
            metadata?: Record<string, unknown>;
            name?: string;
            rate_limit_policy?: components["schemas"]["RateLimitPolicy"];
            revocation_description?: string;
            revocation_reason?: components["schemas"]["RevocationReason"];
            scopes?: string[];
            status?: components["schemas"]["KeyStatus"];
            /** Format: date-time */
            update_time?: string;
            visibility?: components["schemas"]["KeyVisibility"];
        };
        JSONRawMessage: Record<string, unknown>;
        KetoNamespace: {
            /** Format: int64 */
            id?: number;
            name?: string;
        };
        KetoNamespaces: components["schemas"]["KetoNamespace"][];
        /** @enum {string} */
        KeyState: "initial" | "confirmed" | "locked";
        /**
         * @default KEY_STATUS_UNSPECIFIED
         * @enum {string}
         */
        KeyStatus: "KEY_STATUS_UNSPECIFIED" | "KEY_STATUS_ACTIVE" | "KEY_STATUS_REVOKED" | "KEY_STATUS_EXPIRED";
        /**
         * @default KEY_VISIBILITY_UNSPECIFIED
         * @enum {string}
         */
        KeyVisibility: "KEY_VISIBILITY_UNSPECIFIED" | "KEY_VISIBILITY_SECRET" | "KEY_VISIBILITY_PUBLIC";
        LineItemV1: {
            /** Format: int64 */
            amount_in_cent?: number;
            description?: string;
            items?: components["schemas"]["LineItemV1"][];
            /** Format: int64 */
            quantity?: number;
            title?: string;
            unit_price?: string;
        };
        ListImportedApiKeysResponse: {
            imported_api_keys?: components["schemas"]["ImportedApiKey"][];
            next_page_token?: string;
        };
        ListIssuedApiKeysResponse: {
            issued_api_keys?: components["schemas"]["IssuedApiKey"][];
            next_page_token?: string;
        };
        Money: string;
        NormalizedProjectRevisionCourierChannel: {
            channel_id: string;
            /** Format: date-time */
            readonly created_at?: string;
            request_config_auth_config_api_key_in?: string;
            request_config_auth_config_api_key_name?: string;
            request_config_auth_config_api_key_value?: string;
            request_config_auth_config_basic_auth_password?: string;
            request_config_auth_config_basic_auth_user?: string;
            /** @enum {string} */
            request_config_auth_type?: "basic_auth" | "api_key";
            request_config_body: string;
            request_config_headers?: Record<string, unknown> | null;
            request_config_method: string;
            request_config_url?: string;
            /** Format: date-time */
            readonly updated_at?: string;
        };
        NullBool: boolean | null;
        NullDuration: string | null;
        NullInt: number | null;
        NullString: string | null;
        /** Format: date-time */
        NullTime: string | null;
        /** Format: uuid4 */
        NullUUID: string | null;
        /**
         * @default NULL_VALUE
         * @enum {string}
         */
        NullValue: "NULL_VALUE";
        OAuth2LoginChallengeParams: Record<string, unknown>;
        OrganizationBody: {
            /** @enum {string} */
            default_region?: "eu-central" | "asia-northeast" | "us-east" | "us-west" | "eu" | "asia" | "us" | "global";
            domains?: string[];
            label?: string;
            session_lifespan?: string;
        };
        PINConfig: {
            /** Format: date-time */
            created_at?: string;
            /** Format: uint64 */
            failed_attempts?: number;
            pin_secret?: string;
            /** Format: date-time */
            rotated_at?: string;
        };
        ParseError: {
            end?: components["schemas"]["SourcePosition"];
            message?: string;
            start?: components["schemas"]["SourcePosition"];
        };
        PatchWorkspaceMemberBody: {
            break_glass?: boolean;
        };
        Plan: {
            name: string;
            /** Format: int64 */
            version: number;
        };
        PlanDetails: {
            /** Format: int64 */
            base_fee_monthly: number;
            /** Format: int64 */
            base_fee_yearly: number;
            custom: boolean;
            description: string;
            development_features: {
                [key: string]: components["schemas"]["Usage"];
            };
            features: {
                [key: string]: components["schemas"]["Usage"];
            };
            latest?: boolean;
            name: string;
            production_features: {
                [key: string]: components["schemas"]["Usage"];
            };
            staging_features: {
                [key: string]: components["schemas"]["Usage"];
            };
            /** Format: int64 */
            version: number;
            yearly_only: boolean;
        };
        PlanFeatures: {
            [key: string]: components["schemas"]["Usage"];
        };
        Pricing: components["schemas"]["PlanDetails"][];
        ProjectEventsDatapoint: {
            attributes: components["schemas"]["Attribute"][];
            name: string;
            /** Format: date-time */
            timestamp: string;
        };
        Provider: {
            client_id?: string;
            config_url?: string;
            domain_hint?: string;
            fields?: string[];
            login_hint?: string;
            nonce?: string;
            parameters?: {
                [key: string]: string;
            };
        };
        RFC6749ErrorJson: {
            error?: string;
            error_debug?: string;
            error_description?: string;
            error_hint?: string;
            /** Format: int64 */
            status_code?: number;
        };
        RateLimitPolicy: {
            /** Format: int64 */
            quota?: string;
            unit?: string;
            window?: string;
        };
        RevisionAccountExperienceCustomTranslation: {
            locale: string;
            translations: string;
        };
        /**
         * @default REVOCATION_REASON_UNSPECIFIED
         * @enum {string}
         */
        RevocationReason: "REVOCATION_REASON_UNSPECIFIED" | "REVOCATION_REASON_KEY_COMPROMISE" | "REVOCATION_REASON_AFFILIATION_CHANGED" | "REVOCATION_REASON_SUPERSEDED" | "REVOCATION_REASON_PRIVILEGE_WITHDRAWN";
        RotateIssuedApiKeyResponse: {
            issued_api_key?: components["schemas"]["IssuedApiKey"];
            old_issued_api_key?: components["schemas"]["IssuedApiKey"];
            secret?: string;
        };
        SelfRevokeApiKeyRequest: {
            credential?: string;
            reason?: components["schemas"]["RevocationReason"];
        };
        SelfRevokeApiKeyResponse: Record<string, unknown>;
        SessionActivityDatapoint: {
            country: string;
            /** Format: int64 */
            failed: number;
            /** Format: int64 */
            succeeded: number;
        };
        SourcePosition: {
            /** Format: int64 */
            Line?: number;
            /** Format: int64 */
            column?: number;
        };
        Status: {
            /** Format: int32 */
            code?: number;
            details?: components["schemas"]["Any"][];
            message?: string;
        };
        String: components["schemas"]["NullString"];
        SubscriptionStatus: string;
        TaxLineItem: {
            /** Format: int64 */
            amount_in_cent?: number;
            title?: string;
        };
        /** Format: date-time */
        Time: string;
        TimeInterval: {
            /** Format: date-time */
            end: string;
            /** Format: date-time */
            start: string;
        };
        Token: {
            claims?: Record<string, unknown>;
            /** Format: date-time */
            expire_time?: string;
            scopes?: string[];
            token?: string;
        };
        /**
         * @default TOKEN_ALGORITHM_UNSPECIFIED
         * @enum {string}
         */
        TokenAlgorithm: "TOKEN_ALGORITHM_UNSPECIFIED" | "TOKEN_ALGORITHM_JWT" | "TOKEN_ALGORITHM_MACAROON";
        /** Format: uuid4 */
        UUID: string;
        UpdateFedcmFlowBody: {
            csrf_token: string;
            nonce?: string;
            token: string;
            transient_payload?: Record<string, unknown>;
        };
        Usage: components["schemas"]["GenericUsage"] | string | boolean | number;
        /** @enum {string} */
        UserVerification: "pin" | "platform" | "none";
        VerifiableCredentialProof: {
            jwt?: string;
            proof_type?: string;
        };
        /**
         * @default VERIFICATION_ERROR_UNSPECIFIED
         * @enum {string}
         */
        VerificationErrorCode: "VERIFICATION_ERROR_UNSPECIFIED" | "VERIFICATION_ERROR_INVALID_FORMAT" | "VERIFICATION_ERROR_EXPIRED" | "VERIFICATION_ERROR_REVOKED" | "VERIFICATION_ERROR_NOT_FOUND" | "VERIFICATION_ERROR_SIGNATURE_INVALID" | "VERIFICATION_ERROR_INTERNAL" | "VERIFICATION_ERROR_IP_NOT_ALLOWED" | "VERIFICATION_ERROR_RATE_LIMITED";
        VerifyApiKeyRequest: {
            credential?: string;
        };
        VerifyApiKeyResponse: {
            actor_id?: string;
            error_code?: components["schemas"]["VerificationErrorCode"];
            error_message?: string;
            /** Format: date-time */
            expire_time?: string;
            is_valid?: boolean;
            issuer?: string;
            key_id?: string;
            metadata?: Record<string, unknown>;
            rate_limit_policy?: components["schemas"]["RateLimitPolicy"];
            /** Format: int64 */
            rate_limit_remaining?: string;
            /** Format: date-time */
            rate_limit_reset_time?: string;
            scopes?: string[];
            status?: components["schemas"]["KeyStatus"];
            visibility?: components["schemas"]["KeyVisibility"];
        };
        Warning: {
            /** Format: int64 */
            code?: number;
            message?: string;
        };
        acceptDeviceUserCodeRequest: {
            user_code?: string;
        };
        acceptOAuth2ConsentRequest: {
            context?: Record<string, unknown>;
            grant_access_token_audience?: string[];
            grant_scope?: string[];
            remember?: boolean;
            /** Format: int64 */
            remember_for?: number;
            session?: components["schemas"]["acceptOAuth2ConsentRequestSession"];
        };
        acceptOAuth2ConsentRequestSession: {
            access_token?: unknown;
            id_token?: unknown;
        };
        acceptOAuth2LoginRequest: {
            acr?: string;
            amr?: string[];
            context?: Record<string, unknown>;
            extend_session_lifespan?: boolean;
            force_subject_identifier?: string;
            identity_provider_session_id?: string;
            remember?: boolean;
            /** Format: int64 */
            remember_for?: number;
            subject: string;
        };
        accountExperienceConfiguration: {
            contact_url?: string;
            default_locale: string;
            default_redirect_url: string;
            enabled_locales: string[];
            error_ui_url: string;
            favicon_dark_url?: string;
            favicon_light_url?: string;
            hide_ory_branding: boolean;
            hide_registration_link: boolean;
            /** @enum {string} */
            locale_behavior: "force_default" | "respect_accept_language";
            login_ui_url: string;
            logo_dark_url?: string;
            logo_light_url?: string;
            name: string;
            privacy_policy_url?: string;
            recovery_enabled: boolean;
            recovery_ui_url: string;
            registration_enabled: boolean;
            registration_ui_url: string;
            settings_ui_url: string;
            stylesheet?: string;
            terms_of_service_url?: string;
            translations: components["schemas"]["RevisionAccountExperienceCustomTranslation"][];
            verification_enabled: boolean;
            verification_ui_url: string;
        };
        addProjectToWorkspaceBody: {
            /** @enum {string} */
            environment: "prod" | "stage" | "dev";
            /** @enum {string} */
            project_subscription: "migrate" | "ignore";
        };
        /**
         * @description How sure Ory is of the person, `aal0` not at all, `aal1` by one factor, `aal2` by two.
         * @enum {string}
         */
        authenticatorAssuranceLevel: "aal0" | "aal1" | "aal2" | "aal3";
        basicOrganization: {
            /** @enum {string} */
            default_region?: "eu-central" | "asia-northeast" | "us-east" | "us-west" | "eu" | "asia" | "us" | "global";
            domains: string[];
            /** Format: uuid */
            id: string;
            label: string;
            session_lifespan?: string;
        };
        batchCheckPermissionBody: {
            tuples?: components["schemas"]["relationship"][];
        };
        batchCheckPermissionResult: {
            results: components["schemas"]["checkPermissionResultWithError"][];
        };
        batchPatchIdentitiesResponse: {
            identities?: components["schemas"]["identityPatchResponse"][];
        };
        checkOplSyntaxBody: string;
        checkOplSyntaxResult: {
            errors?: components["schemas"]["ParseError"][];
        };
        checkPermissionResult: {
            allowed: boolean;
        };
        checkPermissionResultWithError: {
            allowed: boolean;
            error?: string;
        };
        cloudAccount: {
            break_glass?: boolean;
            email: string;
            email_verified: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid4 */
            organization_id?: string | null;
        };
        continueWith: components["schemas"]["continueWithVerificationUi"] | components["schemas"]["continueWithSetOrySessionToken"] | components["schemas"]["continueWithSettingsUi"] | components["schemas"]["continueWithRecoveryUi"] | components["schemas"]["continueWithRedirectBrowserTo"] | components["schemas"]["continueWithDeviceAuthnPinEntryUi"];
        continueWithDeviceAuthnPinEntryUi: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "show_pin_entry_ui";
            data: components["schemas"]["continueWithDeviceAuthnPinEntryUiData"];
        };
        continueWithDeviceAuthnPinEntryUiData: {
            ciphertext: string;
            enc: string;
        };
        continueWithRecoveryUi: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "show_recovery_ui";
            flow: components["schemas"]["continueWithRecoveryUiFlow"];
        };
        continueWithRecoveryUiFlow: {
            /** Format: uuid */
            id: string;
            url?: string;
        };
        continueWithRedirectBrowserTo: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "redirect_browser_to";
            redirect_browser_to: string;
        };
        continueWithSetOrySessionToken: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "set_ory_session_token";
            ory_session_token: string;
        };
        continueWithSettingsUi: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "show_settings_ui";
            flow: components["schemas"]["continueWithSettingsUiFlow"];
        };
        continueWithSettingsUiFlow: {
            /** Format: uuid */
            id: string;
            url?: string;
        };
        continueWithVerificationUi: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            action: "show_verification_ui";
            flow: components["schemas"]["continueWithVerificationUiFlow"];
        };
        continueWithVerificationUiFlow: {
            /** Format: uuid */
            id: string;
            url?: string;
            verifiable_address: string;
        };
        /** @enum {string} */
        courierMessageStatus: "queued" | "sent" | "processing" | "abandoned";
        /** @enum {string} */
        courierMessageType: "email" | "phone";
        createCustomDomainBody: {
            cookie_domain?: string;
            cors_allowed_origins?: string[];
            cors_enabled?: boolean;
            custom_ui_base_url?: string;
            hostname?: string;
        };
        createEventStreamBody: {
            https_endpoint?: string;
            role_arn?: string;
            /** @enum {string} */
            status?: "active" | "paused";
            topic_arn?: string;
            /** @enum {string} */
            type: "sns" | "https";
        };
        createFedcmFlowResponse: {
            csrf_token?: string;
            providers?: components["schemas"]["Provider"][];
        };
        createIdentityBody: {
            credentials?: components["schemas"]["identityWithCredentials"];
            external_id?: string;
            metadata_admin?: unknown;
            metadata_public?: unknown;
            /** Format: uuid4 */
            organization_id?: string | null;
            recovery_addresses?: components["schemas"]["recoveryIdentityAddress"][];
            /** @enum {string} */
            region?: "eu-central" | "asia-northeast" | "us-east" | "us-west" | "eu" | "asia" | "us" | "global";
            schema_id: string;
            /** @enum {string} */
            state?: "active" | "inactive";
            traits: Record<string, unknown>;
            verifiable_addresses?: components["schemas"]["verifiableIdentityAddress"][];
        };
        createJsonWebKeySet: {
            alg: string;
            kid: string;
            use: string;
        };
        createMemberInviteResponse: components["schemas"]["CreateInviteResponse"];
        createOnboardingLinkBody: Record<string, unknown>;
        createOnboardingLinkResponse: {
            onboarding_portal_token: string;
        };
        createOrganizationOnboardingPortalLinkBody: {
            apple_mapper_url?: string;
            auth0_mapper_url?: string;
            /** Format: uuid4 */
            custom_hostname_id?: string | null;
            enable_scim: boolean;
            enable_sso: boolean;
            /** Format: date-time */
            expires_at?: string;
            facebook_mapper_url?: string;
            generic_oidc_mapper_url?: string;
            github_mapper_url?: string;
            gitlab_mapper_url?: string;
            google_mapper_url?: string;
            microsoft_mapper_url?: string;
            netid_mapper_url?: string;
            proxy_acs_url?: string;
            proxy_oidc_redirect_url?: string;
            proxy_saml_audience_override?: string;
            proxy_scim_server_url?: string;
            saml_mapper_url?: string;
            scim_mapper_url?: string;
        };
        createProjectApiKeyBody: {
            /** Format: date-time */
            expires_at?: string;
            name: string;
        };
        createProjectBody: {
            /** @enum {string} */
            environment: "prod" | "stage" | "dev";
            /** @enum {string} */
            home_region?: "eu-central" | "asia-northeast" | "us-east" | "us-west" | "eu" | "asia" | "us" | "global";
            name: string;
            /** Format: uuid */
            workspace_id?: string;
        };
        createProjectBranding: {
            favicon_type?: string;
            favicon_url?: string;
            logo_type?: string;
            logo_url?: string;
            name?: string;
            theme?: components["schemas"]["projectBrandingColors"];
        };
        createRecoveryCodeForIdentityBody: {
            expires_in?: string;
            flow_type?: string;
            /** Format: uuid */
            identity_id: string;
        };
        createRecoveryLinkForIdentityBody: {
            expires_in?: string;
            /** Format: uuid */
            identity_id: string;
        };
        createRelationshipBody: {
            namespace?: string;
            object?: string;
            relation?: string;
            subject_id?: string;
            subject_set?: components["schemas"]["subjectSet"];
        };
        createSubscriptionBody: {
            /** @enum {string} */
            currency?: "usd" | "eur";
            /** @enum {string} */
            interval: "monthly" | "yearly";
            plan: string;
            /** Format: uuid */
            provision_first_project: string;
            return_to?: string;
        };
        createTestLoginFlowBody: {
            provider_id: string;
        };
        createTestLoginFlowFromOnboardingPortalLinkBody: {
            provider_id: string;
        };
        createWorkspaceBody: {
            name: string;
        };
        createWorkspaceOrganizationBody: {
            generic_oidc_provider?: components["schemas"]["GenericOIDCProvider"];
        };
        createWorkspaceSubscriptionBody: {
            /** @enum {string} */
            currency?: "usd" | "eur";
            /** @enum {string} */
            interval: "monthly" | "yearly";
            plan: string;
            return_to?: string;
        };
        credentialSupportedDraft00: {
            cryptographic_binding_methods_supported?: string[];
            cryptographic_suites_supported?: string[];
            format?: string;
            types?: string[];
        };
        customDomain: {
            cookie_domain?: string;
            cors_allowed_origins?: string[];
            cors_enabled?: boolean;
            /** Format: date-time */
            created_at?: string;
            custom_ui_base_url?: string;
            hostname?: string;
            /** Format: uuid */
            id?: string;
            /** @enum {string} */
            ssl_status?: "initializing" | "pending_validation" | "deleted" | "pending_issuance" | "pending_deployment" | "pending_deletion" | "pending_expiration" | "expired" | "active" | "initializing_timed_out" | "validation_timed_out" | "issuance_timed_out" | "deployment_timed_out" | "deletion_timed_out" | "pending_cleanup" | "staging_deployment" | "staging_active" | "deactivating" | "inactive" | "backup_issued" | "holding_deployment" | "";
            /** Format: date-time */
            updated_at?: string;
            verification_errors?: string[];
            verification_status?: string;
        };
        customerPortalAvailability: {
            available: boolean;
            /** @enum {string} */
            reason?: "no_stripe_customer" | "no_subscription";
        };
        deleteMySessionsCount: {
            /** Format: int64 */
            count?: number;
        };
        deviceAuthnAndroidAuthorizationList: {
            /** Format: int64 */
            active_date_time?: number;
            /** Format: int64 */
            algorithm?: number;
            application_id?: number[];
            attestation_application_id?: number[];
            attestation_id_brand?: number[];
            attestation_id_device?: number[];
            attestation_id_imei?: number[];
            attestation_id_manufacturer?: number[];
            attestation_id_meid?: number[];
            attestation_id_model?: number[];
            attestation_id_product?: number[];
            attestation_id_serial?: number[];
            /** Format: int64 */
            auth_timeout?: number;
            /** Format: int64 */
            boot_patch_level?: number;
            /** Format: int64 */
            creation_date_time?: number;
            digest?: number[];
            /** Format: int64 */
            ec_curve?: number;
            /** Format: int64 */
            key_size?: number;
            /** Format: int64 */
            origin?: number;
            /** Format: int64 */
            origination_expire_date_time?: number;
            /** Format: int64 */
            os_patch_level?: number;
            /** Format: int64 */
            os_version?: number;
            purpose?: number[];
            root_of_trust?: components["schemas"]["deviceAuthnAndroidRootOfTrust"];
            /** Format: int64 */
            usage_expire_date_time?: number;
            /** Format: int64 */
            user_auth_type?: number;
            /** Format: int64 */
            vendor_patch_level?: number;
        };
        deviceAuthnAndroidKeyDescription: {
            /** Format: int64 */
            attestation_security_level?: number;
            /** Format: int64 */
            attestation_version?: number;
            /** Format: int64 */
            keymaster_security_level?: number;
            /** Format: int64 */
            keymaster_version?: number;
            software_enforced?: components["schemas"]["deviceAuthnAndroidAuthorizationList"];
            tee_enforced?: components["schemas"]["deviceAuthnAndroidAuthorizationList"];
        };
        deviceAuthnAndroidRootOfTrust: {
            device_locked?: boolean;
            verified_boot_hash?: number[];
            verified_boot_key?: number[];
            /** Format: int64 */
            verified_boot_state?: number;
        };
        deviceAuthnAttestation: {
            android?: components["schemas"]["deviceAuthnAndroidKeyDescription"];
            ios?: components["schemas"]["deviceAuthnIOSAttestation"];
        };
        deviceAuthnIOSAttStmt: {
            x5c?: number[][];
        };
        deviceAuthnIOSAttestation: {
            att_stmt?: components["schemas"]["deviceAuthnIOSAttStmt"];
            auth_data?: number[];
            fmt?: string;
        };
        deviceAuthorization: {
            device_code?: string;
            /** Format: int64 */
            expires_in?: number;
            /** Format: int64 */
            interval?: number;
            user_code?: string;
            verification_uri?: string;
            verification_uri_complete?: string;
        };
        elementsConfiguration: {
            contact_url?: string;
            default_redirect_url: string;
            error_ui_url: string;
            hide_ory_branding: boolean;
            hide_registration_link: boolean;
            login_ui_url: string;
            logo_dark_url?: string;
            logo_light_url?: string;
            name: string;
            privacy_policy_url?: string;
            recovery_enabled: boolean;
            recovery_ui_url: string;
            registration_enabled: boolean;
            registration_ui_url: string;
            settings_ui_url: string;
            terms_of_service_url?: string;
            verification_enabled: boolean;
            verification_ui_url: string;
        };
        emailTemplateData: {
            body: components["schemas"]["emailTemplateDataBody"];
            subject: string;
        };
        emailTemplateDataBody: {
            html: string;
            plaintext: string;
        };
        errorAuthenticatorAssuranceLevelNotSatisfied: {
            error?: components["schemas"]["genericError"];
            redirect_browser_to?: string;
        };
        errorBrowserLocationChangeRequired: {
            error?: components["schemas"]["genericError"];
            redirect_browser_to?: string;
        };
        errorFlowReplaced: {
            error?: components["schemas"]["genericError"];
            /** Format: uuid */
            use_flow_id?: string;
        };
        /** @description Why Ory said no. */
        errorGeneric: {
            /** @description What went wrong. */
            error: components["schemas"]["genericError"];
            /** @description Where the person has to go first, such as a login with a second factor. */
            redirect_browser_to?: string;
            /**
             * Format: uuid
             * @description The flow that replaces an expired one.
             */
            use_flow_id?: string;
            /**
             * Format: date-time
             * @description When the flow expired.
             */
            expired_at?: string;
            /**
             * Format: int64
             * @description Nanoseconds since then.
             */
            since?: number;
        };
        errorOAuth2: {
            error?: string;
            error_debug?: string;
            error_description?: string;
            error_hint?: string;
            /** Format: int64 */
            status_code?: number;
        };
        eventStream: {
            /** Format: date-time */
            created_at?: string;
            https_endpoint?: string | null;
            /** Format: uuid */
            id?: string;
            role_arn?: string;
            /** @enum {string} */
            status?: "active" | "paused";
            topic_arn?: string;
            type?: string;
            /** Format: date-time */
            updated_at?: string;
        };
        expandedPermissionTree: {
            children?: components["schemas"]["expandedPermissionTree"][];
            tuple?: components["schemas"]["relationship"];
            /** @enum {string} */
            type: "union" | "exclusion" | "intersection" | "leaf" | "tuple_to_subject_set" | "computed_subject_set" | "not" | "unspecified";
        };
        falsyNullBool: boolean;
        flowError: {
            /** Format: date-time */
            created_at?: string;
            error?: Record<string, unknown>;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            updated_at?: string;
        };
        /** @description What went wrong, for programs and for people. */
        genericError: {
            /**
             * Format: int64
             * @description The HTTP status code.
             */
            code?: number;
            /** @description More for developers. Servers in production leave it out. */
            debug?: string;
            /** @description More for programs, depending on `id`. */
            details?: {
                /** @description Where the person has to go first, as beside the error. */
                redirect_browser_to?: string;
            } & {
                [key: string]: unknown;
            };
            /** @description The error in an older shape, which Kratos never sends. */
            error?: components["schemas"]["genericErrorContent"];
            /** @description Which error it is. Programs go by this one; many errors have none. */
            id?: "session_inactive" | "session_aal2_required" | "session_aal2_enrollment_required" | "session_credential_required" | "session_aal1_required" | "session_aal_already_fulfilled" | "session_already_available" | "session_refresh_required" | "session_verified_address_required" | "self_service_flow_disabled" | "self_service_flow_expired" | "self_service_flow_replaced" | "self_service_flow_return_to_forbidden" | "browser_location_change_required" | "security_csrf_violation" | "security_identity_mismatch" | "feature_not_available" | "quota_exceeded" | (string & {});
            /** @description What happened, for people. It can be empty, and it changes between versions. */
            message: string;
            /** @description Why it happened, and often what to do, for people. */
            reason?: string;
            /** @description The id of the request, from `X-Request-Id`, for finding it in logs. */
            request?: string;
            /** @description The name of the status code. */
            status?: string;
        };
        /** @description An error in an older shape. */
        genericErrorContent: {
            /** @description More for developers. */
            debug?: string;
            /** @description A short name of the error. */
            error?: string;
            /** @description What happened, for people. */
            error_description?: string;
            /**
             * @description Which error it is.
             * @enum {string}
             */
            id?: "feature_not_available" | "quota_exceeded";
            /** @description What happened, in short. */
            message?: string;
            /**
             * Format: int64
             * @description The HTTP status code.
             */
            status_code?: number;
        };
        getAttributesCount: {
            readonly data: components["schemas"]["AttributesCountDatapoint"][];
        };
        getManagedIdentitySchemaLocation: {
            location?: string;
        };
        getMetricsCount: {
            /** Format: int64 */
            readonly count: number;
            readonly service_name: string;
        };
        getMetricsEventAttributes: {
            readonly events: string[];
        };
        getMetricsEventTypes: {
            readonly events: string[];
        };
        getOrganizationResponse: {
            organization: components["schemas"]["organization"];
        };
        getOrganizationsByHostnameResponse: {
            organizations: components["schemas"]["organizationByHostname"][];
        };
        getProjectEvents: {
            readonly events: components["schemas"]["ProjectEventsDatapoint"][];
            readonly page_token?: string;
        };
        getProjectEventsBody: {
            event_name?: string;
            /** @default [] */
            filters: components["schemas"]["AttributeFilter"][];
            /** Format: date-time */
            from: string;
            /**
             * Format: int64
             * @default 25
             */
            page_size: number;
            page_token?: string;
            /** Format: date-time */
            to: string;
        };
        getProjectMetrics: {
            readonly data: components["schemas"]["metricsDatapoint"][];
        };
        getSessionActivity: {
            readonly data: components["schemas"]["SessionActivityDatapoint"][];
        };
        healthNotReadyStatus: {
            errors?: {
                [key: string]: string;
            };
        };
        healthStatus: {
            status?: string;
        };
        /** @description The person or machine that the session belongs to. */
        identity: {
            /**
             * Format: date-time
             * @description When the identity was created.
             */
            created_at?: string;
            /** @description With what it can log in, by type. Only the admin API shows it, whoami never. */
            credentials?: {
                [key: string]: components["schemas"]["identityCredentials"];
            };
            /** @description The id that another system of yours knows it by. */
            external_id?: string;
            /**
             * Format: uuid
             * @description The identity's id. It never changes, so store this one.
             */
            id: string;
            /** @description What your administrators noted, for them only. Whoami never shows it. */
            metadata_admin?: unknown;
            /** @description What your administrators noted, for the person to read but not to write. */
            metadata_public?: unknown;
            /**
             * Format: uuid4
             * @description The organization that it belongs to; null without one.
             */
            organization_id?: string | null;
            /** @description Where help to get back into the account is sent. */
            recovery_addresses?: components["schemas"]["recoveryIdentityAddress"][];
            /**
             * @description Where Ory Network keeps its data.
             * @enum {string}
             */
            region?: "eu-central" | "asia-northeast" | "us-east" | "us-west" | "eu" | "asia" | "us" | "global";
            /** @description The id of the schema that its traits follow. */
            schema_id: string;
            /** @description Where that schema can be read; empty in some answers. */
            schema_url: string;
            /**
             * @description Whether it may log in.
             * @enum {string}
             */
            state?: "active" | "inactive";
            /**
             * Format: date-time
             * @description When `state` last changed.
             */
            state_changed_at?: string;
            /** @description What the identity says of itself, in the shape of its identity schema. */
            traits: unknown;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at?: string;
            /** @description Its addresses, and whether each was proved to be its own. */
            verifiable_addresses?: components["schemas"]["verifiableIdentityAddress"][];
        };
        /** @description One type of credential of an identity. */
        identityCredentials: {
            /** @description What Ory keeps for it, in a shape that depends on the type. Often left out. */
            config?: Record<string, unknown>;
            /**
             * Format: date-time
             * @description When it was added.
             */
            created_at?: string;
            /** @description The names that it logs in with, such as email addresses. */
            identifiers?: string[];
            /**
             * @description What kind it is. Ory adds kinds over time.
             * @enum {string}
             */
            type?: "password" | "oidc" | "totp" | "lookup_secret" | "webauthn" | "code" | "passkey" | "profile" | "saml" | "deviceauthn" | "identifier_first" | "link_recovery" | "code_recovery";
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at?: string;
            /**
             * Format: int64
             * @description The version of the shape of `config`.
             */
            version?: number;
        };
        identityCredentialsCode: {
            addresses?: components["schemas"]["identityCredentialsCodeAddress"][];
        };
        identityCredentialsCodeAddress: {
            address?: string;
            channel?: string;
        };
        identityCredentialsLookupSecretCode: {
            code?: string;
            /** Format: date-time */
            used_at?: string;
        };
        identityCredentialsOidc: {
            providers?: components["schemas"]["identityCredentialsOidcProvider"][];
        };
        identityCredentialsOidcProvider: {
            initial_access_token?: string;
            initial_id_token?: string;
            initial_refresh_token?: string;
            organization?: string;
            provider?: string;
            subject?: string;
            use_auto_link?: boolean;
        };
        identityCredentialsPassword: {
            hashed_password?: string;
            use_password_migration_hook?: boolean;
        };
        identityCredentialsWebAuthn: {
            /** Format: date-time */
            added_at?: string;
            attestation?: components["schemas"]["identityCredentialsWebAuthnAttestation"];
            attestation_type?: string;
            authenticator?: components["schemas"]["identityCredentialsWebAuthnAuthenticator"];
            display_name?: string;
            flags?: components["schemas"]["identityCredentialsWebAuthnFlags"];
            id?: number[];
            is_passwordless?: boolean;
            public_key?: number[];
            transport?: components["schemas"]["AuthenticatorTransport"][];
        };
        identityCredentialsWebAuthnAttestation: {
            authenticator_data?: number[];
            client_dataJSON?: number[];
            client_data_hash?: number[];
            object?: number[];
            /** Format: int64 */
            public_key_algorithm?: number;
        };
        identityCredentialsWebAuthnAuthenticator: {
            aaguid?: number[];
            clone_warning?: boolean;
            /** Format: uint32 */
            sign_count?: number;
        };
        identityCredentialsWebAuthnFlags: {
            backup_eligible?: boolean;
            backup_state?: boolean;
            user_present?: boolean;
            user_verified?: boolean;
        };
        identityCredentialsWebAuthnList: components["schemas"]["identityCredentialsWebAuthn"][];
        identityMetaSchema: Record<string, unknown>;
        identityPatch: {
            create?: components["schemas"]["createIdentityBody"];
            /** Format: uuid */
            patch_id?: string;
        };
        identityPatchResponse: {
            /** @enum {string} */
            action?: "create" | "error";
            error?: unknown;
            /** Format: uuid */
            identity?: string;
            /** Format: uuid */
            patch_id?: string;
        };
        identitySchema: Record<string, unknown>;
        identitySchemaContainer: {
            id: string;
            schema: Record<string, unknown>;
        };
        identitySchemaPreset: {
            schema: Record<string, unknown>;
            url: string;
        };
        identitySchemaPresets: components["schemas"]["identitySchemaPreset"][];
        identitySchemas: components["schemas"]["identitySchemaContainer"][];
        identityTraits: unknown;
        identityVerifiableAddressStatus: string;
        identityWithCredentials: {
            lookup_secret?: components["schemas"]["AdminIdentityImportCredentialsLookupSecret"];
            oidc?: components["schemas"]["identityWithCredentialsOidc"];
            passkey?: components["schemas"]["identityWithCredentialsPasskey"];
            password?: components["schemas"]["identityWithCredentialsPassword"];
            saml?: components["schemas"]["identityWithCredentialsSaml"];
            totp?: components["schemas"]["identityWithCredentialsTotp"];
            webauthn?: components["schemas"]["identityWithCredentialsWebAuthn"];
        };
        identityWithCredentialsOidc: {
            config?: components["schemas"]["identityWithCredentialsOidcConfig"];
        };
        identityWithCredentialsOidcConfig: {
            providers?: components["schemas"]["identityWithCredentialsOidcConfigProvider"][];
        };
        identityWithCredentialsOidcConfigProvider: {
            /** Format: uuid4 */
            organization?: string | null;
            provider: string;
            subject: string;
            use_auto_link?: boolean;
        };
        identityWithCredentialsPasskey: {
            config?: components["schemas"]["identityWithCredentialsPasskeyConfig"];
        };
        identityWithCredentialsPasskeyConfig: {
            credentials?: components["schemas"]["identityCredentialsWebAuthn"][];
            user_handle?: number[];
        };
        identityWithCredentialsPassword: {
            config?: components["schemas"]["identityWithCredentialsPasswordConfig"];
        };
        identityWithCredentialsPasswordConfig: {
            hashed_password?: string;
            password?: string;
            use_password_migration_hook?: boolean;
        };
        identityWithCredentialsSaml: {
            config?: components["schemas"]["identityWithCredentialsSamlConfig"];
        };
        identityWithCredentialsSamlConfig: {
            providers?: components["schemas"]["identityWithCredentialsSamlConfigProvider"][];
        };
        identityWithCredentialsSamlConfigProvider: {
            /** Format: uuid4 */
            organization?: string | null;
            provider: string;
            subject: string;
        };
        identityWithCredentialsTotp: {
            config?: components["schemas"]["identityWithCredentialsTotpConfig"];
        };
        identityWithCredentialsTotpConfig: {
            totp_url?: string;
        };
        identityWithCredentialsWebAuthn: {
            config?: components["schemas"]["identityWithCredentialsWebAuthnConfig"];
        };
        identityWithCredentialsWebAuthnConfig: {
            credentials?: components["schemas"]["identityCredentialsWebAuthn"][];
            user_handle?: number[];
        };
        internalGetProjectBrandingBody: {
            hostname?: string;
        };
        internalIsAXWelcomeScreenEnabledForProjectBody: {
            path: string;
            project_slug: string;
        };
        internalIsOwnerForProjectBySlug: {
            project_id: string;
        };
        internalIsOwnerForProjectBySlugBody: {
            /** @enum {string} */
            namespace: "User" | " ApiKey";
            organization_id?: string;
            project_scope?: string;
            project_slug: string;
            subject: string;
        };
        introspectedOAuth2Token: {
            active: boolean;
            aud?: string[];
            client_id?: string;
            /** Format: int64 */
            exp?: number;
            ext?: {
                [key: string]: unknown;
            };
            /** Format: int64 */
            iat?: number;
            iss?: string;
            /** Format: int64 */
            nbf?: number;
            obfuscated_subject?: string;
            scope?: string;
            sub?: string;
            token_type?: string;
            token_use?: string;
            username?: string;
        };
        inviteTokenBody: {
            /** Format: uuid */
            invite_token: string;
        };
        invoice: {
            /** Format: uuid */
            readonly id: string;
            /** Format: date-time */
            invoiced_at: string;
            /** @enum {string} */
            readonly type: "usage" | "base";
            /** Format: date-time */
            updated_at?: string;
            v1?: components["schemas"]["InvoiceDataV1"];
        };
        isOwnerForProjectBySlug: {
            ProjectSlug: string;
            Subject: string;
        };
        jsonPatch: {
            from?: string;
            /** @enum {string} */
            op: "add" | "remove" | "replace" | "move" | "copy" | "test";
            path: string;
            value?: unknown;
        };
        jsonPatchDocument: components["schemas"]["jsonPatch"][];
        jsonWebKey: {
            alg: string;
            crv?: string;
            d?: string;
            dp?: string;
            dq?: string;
            e?: string;
            k?: string;
            kid: string;
            kty: string;
            n?: string;
            p?: string;
            q?: string;
            qi?: string;
            use: string;
            x?: string;
            x5c?: string[];
            y?: string;
        };
        jsonWebKeySet: {
            keys?: components["schemas"]["jsonWebKey"][];
        };
        keysetPaginationRequestParameters: {
            /**
             * Format: int64
             * @default 250
             */
            page_size: number;
            page_token?: string;
        };
        keysetPaginationResponseHeaders: {
            link?: string;
        };
        listCustomDomains: components["schemas"]["customDomain"][];
        listEventStreams: {
            event_streams?: components["schemas"]["eventStream"][];
        };
        listInvoicesResponse: {
            buckets: components["schemas"]["BillingPeriodBucket"][];
            has_next_page: boolean;
            next_page_token: string;
        };
        listOrganizationsResponse: {
            has_next_page: boolean;
            next_page_token: string;
            organizations: components["schemas"]["organization"][];
        };
        listWorkspaceProjects: {
            has_next_page: boolean;
            next_page: string;
            projects: components["schemas"]["projectMetadata"][];
        };
        listWorkspaces: {
            has_next_page: boolean;
            next_page_token: string;
            workspaces: components["schemas"]["workspace"][];
        };
        loginFlow: {
            /** @enum {string} */
            active?: "password" | "oidc" | "totp" | "lookup_secret" | "webauthn" | "code" | "passkey" | "profile" | "saml" | "deviceauthn" | "identifier_first" | "link_recovery" | "code_recovery";
            /** Format: date-time */
            created_at?: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
            identity_schema?: string;
            /** Format: date-time */
            issued_at: string;
            oauth2_login_challenge?: string;
            oauth2_login_request?: components["schemas"]["oAuth2LoginRequest"];
            /** Format: uuid4 */
            organization_id?: string | null;
            refresh?: boolean;
            request_url: string;
            requested_aal?: components["schemas"]["authenticatorAssuranceLevel"];
            return_to?: string;
            session_token_exchange_code?: string;
            state: unknown;
            test_context?: components["schemas"]["loginFlowTestContext"];
            transient_payload?: Record<string, unknown>;
            type: string;
            ui: components["schemas"]["uiContainer"];
            /** Format: date-time */
            updated_at?: string;
        };
        /** @enum {string} */
        loginFlowState: "choose_method" | "sent_email" | "passed_challenge";
        loginFlowTestContext: {
            debug_payload?: components["schemas"]["loginFlowTestDebugPayload"];
            provider_id: string;
        };
        loginFlowTestDebugPayload: {
            error?: components["schemas"]["loginFlowTestStepError"];
            id_token_claims?: {
                [key: string]: unknown;
            };
            jsonnet_input?: {
                [key: string]: unknown;
            };
            jsonnet_mapper_url?: string;
            jsonnet_output?: {
                [key: string]: unknown;
            };
            jsonnet_stderr?: string;
            schema_validation_errors?: components["schemas"]["loginFlowTestSchemaValidationError"][];
            userinfo?: {
                [key: string]: unknown;
            };
        };
        loginFlowTestSchemaValidationError: {
            message?: string;
            path?: string;
        };
        loginFlowTestStepError: {
            message?: string;
            reason?: string;
            step?: string;
        };
        logoutFlow: {
            logout_token: string;
            logout_url: string;
        };
        manageSessionsBody: {
            /** @enum {string} */
            action: "disable" | "delete";
            identities?: string[];
            sessions?: string[];
        };
        manageSessionsResponse: {
            more?: boolean;
            /** Format: int64 */
            processed?: number;
        };
        managedIdentitySchema: {
            blob_name: string;
            blob_url: string;
            content_hash?: string;
            /** Format: date-time */
            readonly created_at: string;
            /** Format: uuid */
            readonly id: string;
            name: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        managedIdentitySchemaValidationResult: {
            message?: string;
            valid?: boolean;
        };
        managedIdentitySchemas: components["schemas"]["managedIdentitySchema"][];
        memberInvite: {
            /** Format: date-time */
            readonly created_at: string;
            /** Format: uuid */
            readonly id: string;
            invitee_email: string;
            /** Format: uuid4 */
            invitee_id?: string | null;
            owner_email: string;
            /** Format: uuid */
            owner_id: string;
            /** Format: uuid4 */
            project_id?: string | null;
            role?: string | null;
            /** @enum {string} */
            status: "pending" | "accepted" | "declined" | "expired" | "cancelled" | "removed";
            /** Format: date-time */
            readonly updated_at: string;
            /** Format: uuid4 */
            workspace_id?: string | null;
        };
        memberInvites: components["schemas"]["memberInvite"][];
        message: {
            body: string;
            channel?: string;
            /** Format: date-time */
            created_at: string;
            dispatches?: components["schemas"]["messageDispatch"][];
            /** Format: uuid */
            id: string;
            recipient: string;
            /** Format: int64 */
            send_count: number;
            status: components["schemas"]["courierMessageStatus"];
            subject: string;
            /** @enum {string} */
            template_type: "recovery_invalid" | "recovery_valid" | "recovery_code_invalid" | "recovery_code_valid" | "verification_invalid" | "verification_valid" | "verification_code_invalid" | "verification_code_valid" | "stub" | "login_code_valid" | "registration_code_valid" | "verifiable_address_changed" | "authenticator_key_added";
            type: components["schemas"]["courierMessageType"];
            /** Format: date-time */
            updated_at: string;
        };
        messageDispatch: {
            /** Format: date-time */
            created_at: string;
            error?: Record<string, unknown>;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            message_id: string;
            /** @enum {string} */
            status: "failed" | "success";
            /** Format: date-time */
            updated_at: string;
        };
        metricsDatapoint: {
            /** Format: int64 */
            count: number;
            /** Format: date-time */
            time: string;
        };
        namespace: {
            name?: string;
        };
        needsPrivilegedSessionError: {
            error?: components["schemas"]["genericError"];
            redirect_browser_to: string;
        };
        normalizedProject: {
            /** Format: date-time */
            readonly created_at: string;
            current_revision: components["schemas"]["normalizedProjectRevision"];
            /** @enum {string} */
            environment: "prod" | "stage" | "dev";
            /** @enum {string} */
            readonly home_region: "eu-central" | "asia-northeast" | "us-east" | "us-west" | "eu" | "asia" | "us" | "global";
            hosts: string[];
            /** Format: uuid */
            readonly id: string;
            readonly slug: string;
            /** @enum {string} */
            readonly state: "running" | "halted" | "deleted";
            /** Format: uuid4 */
            subscription_id?: string | null;
            subscription_plan?: string | null;
            /** Format: date-time */
            readonly updated_at: string;
            workspace?: components["schemas"]["workspace"];
            /** Format: uuid4 */
            workspace_id: string | null;
        };
        normalizedProjectRevision: {
            account_experience_contact_url?: string;
            account_experience_custom_translations?: components["schemas"]["RevisionAccountExperienceCustomTranslation"][];
            account_experience_default_locale?: string;
            account_experience_enabled_locales?: string[];
            account_experience_favicon_dark?: string;
            account_experience_favicon_light?: string;
            account_experience_hide_ory_branding?: boolean;
            account_experience_hide_registration_link?: boolean;
            account_experience_locale_behavior?: string;
            account_experience_logo_dark?: string;
            account_experience_logo_light?: string;
            account_experience_privacy_policy_url?: string;
            account_experience_terms_of_service_url?: string;
            account_experience_theme_variables_dark?: string;
            account_experience_theme_variables_light?: string;
            /** Format: date-time */
            readonly created_at?: string;
            disable_account_experience_welcome_screen?: boolean;
            enable_ax_v2?: boolean;
            hydra_oauth2_allowed_top_level_claims?: string[];
            hydra_oauth2_client_credentials_default_grant_allowed_scope?: boolean;
            hydra_oauth2_device_authorization_token_polling_interval?: string;
            /** @enum {string} */
            hydra_oauth2_device_authorization_user_code_entropy_preset?: "high" | "medium" | "low";
            hydra_oauth2_exclude_not_before_claim?: boolean;
            hydra_oauth2_grant_jwt_iat_optional?: boolean;
            hydra_oauth2_grant_jwt_jti_optional?: boolean;
            /** @default 720h */
            hydra_oauth2_grant_jwt_max_ttl: string;
            hydra_oauth2_grant_jwt_omit_assertion_audience?: boolean;
            hydra_oauth2_grant_refresh_token_rotation_grace_period?: string;
            /** Format: int64 */
            hydra_oauth2_grant_refresh_token_rotation_grace_reuse_count?: number;
            hydra_oauth2_mirror_top_level_claims?: boolean;
            hydra_oauth2_pkce_enforced?: boolean;
            hydra_oauth2_pkce_enforced_for_public_clients?: boolean;
            hydra_oauth2_preserve_ext_claims?: boolean;
            hydra_oauth2_refresh_token_hook?: string;
            hydra_oauth2_token_hook?: string;
            hydra_oauth2_token_prefix?: string;
            hydra_oidc_dynamic_client_registration_default_scope?: string[];
            hydra_oidc_dynamic_client_registration_enabled?: boolean;
            hydra_oidc_subject_identifiers_pairwise_salt?: string;
            hydra_oidc_subject_identifiers_supported_types?: string[];
            hydra_secrets_cookie?: string[];
            hydra_secrets_pagination?: string[];
            hydra_secrets_system?: string[];
            hydra_serve_cookies_same_site_legacy_workaround?: boolean;
            hydra_serve_cookies_same_site_mode?: string;
            /**
             * @default opaque
             * @enum {string}
             */
            hydra_strategies_access_token: "opaque" | "jwt";
            /**
             * @default list
             * @enum {string}
             */
            hydra_strategies_jwt_scope_claim: "list" | "string" | "both";
            /**
             * @default wildcard
             * @enum {string}
             */
            hydra_strategies_scope: "exact" | "wildcard";
            /** @default 30m */
            hydra_ttl_access_token: string;
            /** @default 720h */
            hydra_ttl_auth_code: string;
            hydra_ttl_device_user_code?: string;
            /** @default 30m */
            hydra_ttl_id_token: string;
            /** @default 30m */
            hydra_ttl_login_consent_request: string;
            /** @default 720h */
            hydra_ttl_refresh_token: string;
            hydra_urls_consent?: string;
            hydra_urls_device_success?: string;
            hydra_urls_device_verification?: string;
            hydra_urls_error?: string;
            hydra_urls_login?: string;
            hydra_urls_logout?: string;
            hydra_urls_post_logout_redirect?: string;
            hydra_urls_registration?: string;
            hydra_urls_self_issuer?: string;
            hydra_webfinger_jwks_broadcast_keys?: string[];
            hydra_webfinger_oidc_discovery_auth_url?: string;
            hydra_webfinger_oidc_discovery_client_registration_url?: string;
            hydra_webfinger_oidc_discovery_device_authorization_url?: string;
            hydra_webfinger_oidc_discovery_jwks_url?: string;
            hydra_webfinger_oidc_discovery_supported_claims?: string[];
            hydra_webfinger_oidc_discovery_supported_scope?: string[];
            hydra_webfinger_oidc_discovery_token_url?: string;
            hydra_webfinger_oidc_discovery_userinfo_url?: string;
            /** Format: uuid */
            readonly id?: string;
            keto_namespace_configuration?: string;
            keto_namespaces?: components["schemas"]["KetoNamespace"][];
            keto_secrets_pagination?: string[];
            kratos_cookies_same_site?: string;
            kratos_courier_channels?: components["schemas"]["NormalizedProjectRevisionCourierChannel"][];
            /** @default smtp */
            kratos_courier_delivery_strategy: string;
            kratos_courier_http_request_config_auth_api_key_in?: string;
            kratos_courier_http_request_config_auth_api_key_name?: string;
            kratos_courier_http_request_config_auth_api_key_value?: string;
            kratos_courier_http_request_config_auth_basic_auth_password?: string;
            kratos_courier_http_request_config_auth_basic_auth_user?: string;
            /** @default  */
            kratos_courier_http_request_config_auth_type: string;
            kratos_courier_http_request_config_body?: string;
            kratos_courier_http_request_config_headers?: Record<string, unknown>;
            /** @default POST */
            kratos_courier_http_request_config_method: string;
            kratos_courier_http_request_config_url?: string;
            kratos_courier_smtp_connection_uri?: string;
            kratos_courier_smtp_from_address?: string;
            kratos_courier_smtp_from_name?: string;
            kratos_courier_smtp_headers?: Record<string, unknown>;
            kratos_courier_smtp_local_name?: string;
            kratos_courier_templates_login_code_valid_email_body_html?: string;
            kratos_courier_templates_login_code_valid_email_body_plaintext?: string;
            kratos_courier_templates_login_code_valid_email_subject?: string;
            kratos_courier_templates_login_code_valid_sms_body_plaintext?: string;
            kratos_courier_templates_recovery_code_invalid_email_body_html?: string;
            kratos_courier_templates_recovery_code_invalid_email_body_plaintext?: string;
            kratos_courier_templates_recovery_code_invalid_email_subject?: string;
            kratos_courier_templates_recovery_code_valid_email_body_html?: string;
            kratos_courier_templates_recovery_code_valid_email_body_plaintext?: string;
            kratos_courier_templates_recovery_code_valid_email_subject?: string;
            kratos_courier_templates_recovery_invalid_email_body_html?: string;
            kratos_courier_templates_recovery_invalid_email_body_plaintext?: string;
            kratos_courier_templates_recovery_invalid_email_subject?: string;
            kratos_courier_templates_recovery_valid_email_body_html?: string;
            kratos_courier_templates_recovery_valid_email_body_plaintext?: string;
            kratos_courier_templates_recovery_valid_email_subject?: string;
            kratos_courier_templates_registration_code_valid_email_body_html?: string;
            kratos_courier_templates_registration_code_valid_email_body_plaintext?: string;
            kratos_courier_templates_registration_code_valid_email_subject?: string;
            kratos_courier_templates_registration_code_valid_sms_body_plaintext?: string;
            kratos_courier_templates_verifiable_address_changed_email_body_html?: string;
            kratos_courier_templates_verifiable_address_changed_email_body_plaintext?: string;
            kratos_courier_templates_verifiable_address_changed_email_subject?: string;
            kratos_courier_templates_verifiable_address_changed_sms_body_plaintext?: string;
            kratos_courier_templates_verification_code_invalid_email_body_html?: string;
            kratos_courier_templates_verification_code_invalid_email_body_plaintext?: string;
            kratos_courier_templates_verification_code_invalid_email_subject?: string;
            kratos_courier_templates_verification_code_valid_email_body_html?: string;
            kratos_courier_templates_verification_code_valid_email_body_plaintext?: string;
            kratos_courier_templates_verification_code_valid_email_subject?: string;
            kratos_courier_templates_verification_code_valid_sms_body_plaintext?: string;
            kratos_courier_templates_verification_invalid_email_body_html?: string;
            kratos_courier_templates_verification_invalid_email_body_plaintext?: string;
            kratos_courier_templates_verification_invalid_email_subject?: string;
            kratos_courier_templates_verification_valid_email_body_html?: string;
            kratos_courier_templates_verification_valid_email_body_plaintext?: string;
            kratos_courier_templates_verification_valid_email_subject?: string;
            kratos_feature_flags_cacheable_sessions?: boolean;
            kratos_feature_flags_cacheable_sessions_max_age?: string;
            kratos_feature_flags_choose_recovery_address?: boolean;
            kratos_feature_flags_faster_session_extend?: boolean;
            kratos_feature_flags_legacy_continue_with_verification_ui?: boolean;
            kratos_feature_flags_legacy_oidc_registration_node_group?: boolean;
            kratos_feature_flags_legacy_require_verified_login_error?: boolean;
            kratos_feature_flags_password_profile_registration_node_group?: boolean;
            kratos_feature_flags_refresh_login_choose_address?: boolean;
            kratos_feature_flags_use_continue_with_transitions?: boolean;
            kratos_identity_schemas?: components["schemas"]["normalizedProjectRevisionIdentitySchema"][];
            kratos_oauth2_provider_headers?: Record<string, unknown>;
            kratos_oauth2_provider_override_return_to?: boolean;
            kratos_oauth2_provider_url?: string;
            kratos_preview_default_read_consistency_level?: string;
            kratos_secrets_cipher?: string[];
            kratos_secrets_cookie?: string[];
            kratos_secrets_default?: string[];
            kratos_secrets_pagination?: string[];
            kratos_security_account_enumeration_mitigate?: boolean;
            kratos_selfservice_allowed_return_urls?: string[];
            kratos_selfservice_default_browser_return_url?: string;
            kratos_selfservice_flows_error_ui_url?: string;
            kratos_selfservice_flows_login_after_code_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_lookup_secret_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_oidc_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_passkey_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_password_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_totp_default_browser_return_url?: string;
            kratos_selfservice_flows_login_after_webauthn_default_browser_return_url?: string;
            kratos_selfservice_flows_login_lifespan?: string;
            kratos_selfservice_flows_login_style?: string;
            kratos_selfservice_flows_login_ui_url?: string;
            kratos_selfservice_flows_logout_after_default_browser_return_url?: string;
            kratos_selfservice_flows_recovery_after_default_browser_return_url?: string;
            kratos_selfservice_flows_recovery_enabled?: boolean;
            kratos_selfservice_flows_recovery_lifespan?: string;
            kratos_selfservice_flows_recovery_notify_unknown_recipients?: boolean;
            kratos_selfservice_flows_recovery_ui_url?: string;
            /** @enum {string} */
            kratos_selfservice_flows_recovery_use?: "link" | "code";
            kratos_selfservice_flows_registration_after_code_default_browser_return_url?: string;
            kratos_selfservice_flows_registration_after_default_browser_return_url?: string;
            kratos_selfservice_flows_registration_after_oidc_default_browser_return_url?: string;
            kratos_selfservice_flows_registration_after_passkey_default_browser_return_url?: string;
            kratos_selfservice_flows_registration_after_password_default_browser_return_url?: string;
            kratos_selfservice_flows_registration_after_webauthn_default_browser_return_url?: string;
            kratos_selfservice_flows_registration_enable_legacy_one_step?: boolean;
            kratos_selfservice_flows_registration_enabled?: boolean;
            kratos_selfservice_flows_registration_lifespan?: string;
            kratos_selfservice_flows_registration_login_hints?: boolean;
            kratos_selfservice_flows_registration_ui_url?: string;
            kratos_selfservice_flows_settings_after_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_lookup_secret_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_oidc_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_passkey_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_password_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_profile_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_totp_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_after_webauthn_default_browser_return_url?: string;
            kratos_selfservice_flows_settings_lifespan?: string;
            kratos_selfservice_flows_settings_privileged_session_max_age?: string;
            kratos_selfservice_flows_settings_required_aal?: string;
            kratos_selfservice_flows_settings_ui_url?: string;
            kratos_selfservice_flows_verification_after_default_browser_return_url?: string;
            kratos_selfservice_flows_verification_enabled?: boolean;
            kratos_selfservice_flows_verification_lifespan?: string;
            kratos_selfservice_flows_verification_notify_unknown_recipients?: boolean;
            kratos_selfservice_flows_verification_ui_url?: string;
            /** @enum {string} */
            kratos_selfservice_flows_verification_use?: "link" | "code";
            kratos_selfservice_methods_captcha_config_allowed_domains?: string[];
            kratos_selfservice_methods_captcha_config_byo?: boolean;
            kratos_selfservice_methods_captcha_config_cf_turnstile_byo_secret?: string;
            kratos_selfservice_methods_captcha_config_cf_turnstile_byo_sitekey?: string;
            kratos_selfservice_methods_captcha_config_cf_turnstile_secret?: string;
            kratos_selfservice_methods_captcha_config_cf_turnstile_sitekey?: string;
            kratos_selfservice_methods_captcha_config_legacy_inject_node?: boolean;
            kratos_selfservice_methods_captcha_enabled?: boolean;
            kratos_selfservice_methods_code_config_lifespan?: string;
            /** Format: int64 */
            kratos_selfservice_methods_code_config_max_submissions?: number;
            kratos_selfservice_methods_code_config_missing_credential_fallback_enabled?: boolean;
            kratos_selfservice_methods_code_enabled?: boolean;
            kratos_selfservice_methods_code_mfa_enabled?: boolean;
            kratos_selfservice_methods_code_passwordless_enabled?: boolean;
            kratos_selfservice_methods_code_passwordless_login_fallback_enabled?: boolean;
            kratos_selfservice_methods_deviceauthn_config_android_app_ids?: string[];
            kratos_selfservice_methods_deviceauthn_config_first_factor?: boolean;
            kratos_selfservice_methods_deviceauthn_config_insecure_allow_relaxed_attestation?: boolean;
            kratos_selfservice_methods_deviceauthn_config_ios_app_ids?: string[];
            kratos_selfservice_methods_deviceauthn_config_ios_biometric_first_factor?: boolean;
            /** Format: int64 */
            kratos_selfservice_methods_deviceauthn_config_pin_max_attempts?: number;
            kratos_selfservice_methods_deviceauthn_enabled?: boolean;
            kratos_selfservice_methods_link_config_base_url?: string;
            kratos_selfservice_methods_link_config_lifespan?: string;
            kratos_selfservice_methods_link_enabled?: boolean;
            kratos_selfservice_methods_lookup_secret_enabled?: boolean;
            kratos_selfservice_methods_oidc_config_base_redirect_uri?: string;
            kratos_selfservice_methods_oidc_config_providers?: components["schemas"]["normalizedProjectRevisionThirdPartyProvider"][];
            kratos_selfservice_methods_oidc_enable_auto_link_policy?: boolean;
            kratos_selfservice_methods_oidc_enabled?: boolean;
            kratos_selfservice_methods_passkey_config_rp_display_name?: string;
            kratos_selfservice_methods_passkey_config_rp_id?: string;
            kratos_selfservice_methods_passkey_config_rp_origins?: string[];
            kratos_selfservice_methods_passkey_enabled?: boolean;
            kratos_selfservice_methods_password_config_haveibeenpwned_enabled?: boolean;
            kratos_selfservice_methods_password_config_identifier_similarity_check_enabled?: boolean;
            kratos_selfservice_methods_password_config_ignore_network_errors?: boolean;
            /** Format: int64 */
            kratos_selfservice_methods_password_config_max_breaches?: number;
            /** Format: int64 */
            kratos_selfservice_methods_password_config_min_password_length?: number;
            kratos_selfservice_methods_password_enabled?: boolean;
            kratos_selfservice_methods_profile_enabled?: boolean;
            kratos_selfservice_methods_saml_config_providers?: components["schemas"]["normalizedProjectRevisionSAMLProvider"][];
            kratos_selfservice_methods_saml_enabled?: boolean;
            kratos_selfservice_methods_totp_config_issuer?: string;
            kratos_selfservice_methods_totp_enabled?: boolean;
            kratos_selfservice_methods_webauthn_config_passwordless?: boolean;
            kratos_selfservice_methods_webauthn_config_rp_display_name?: string;
            kratos_selfservice_methods_webauthn_config_rp_icon?: string;
            kratos_selfservice_methods_webauthn_config_rp_id?: string;
            kratos_selfservice_methods_webauthn_config_rp_origins?: string[];
            kratos_selfservice_methods_webauthn_enabled?: boolean;
            kratos_session_cookie_persistent?: boolean;
            kratos_session_cookie_same_site?: string;
            kratos_session_lifespan?: string;
            kratos_session_whoami_required_aal?: string;
            kratos_session_whoami_tokenizer_templates?: components["schemas"]["normalizedProjectRevisionTokenizerTemplate"][];
            name: string;
            organizations?: components["schemas"]["organization"][];
            /** Format: uuid */
            project_id?: string;
            project_revision_hooks?: components["schemas"]["normalizedProjectRevisionHook"][];
            scim_clients?: components["schemas"]["normalizedProjectRevisionScimClient"][];
            serve_admin_cors_allowed_origins?: string[];
            serve_admin_cors_enabled?: boolean;
            serve_public_cors_allowed_origins?: string[];
            serve_public_cors_enabled?: boolean;
            strict_security?: boolean;
            talos_cache_enabled?: boolean;
            talos_cache_ttl?: string;
            talos_credentials_api_keys_default_ttl?: string;
            talos_credentials_api_keys_max_ttl?: string;
            talos_credentials_api_keys_prefix_current?: string;
            talos_credentials_api_keys_prefix_public_current?: string;
            talos_credentials_api_keys_prefix_public_retired?: string[];
            talos_credentials_api_keys_prefix_retired?: string[];
            talos_credentials_derived_tokens_default_ttl?: string;
            talos_credentials_derived_tokens_jwt_signing_key_id?: string;
            talos_credentials_derived_tokens_jwt_signing_keys_urls?: string[];
            talos_credentials_derived_tokens_macaroon_prefix_current?: string;
            talos_credentials_derived_tokens_macaroon_prefix_retired?: string[];
            talos_credentials_issuer?: string;
            readonly talos_credentials_issuer_retired?: string[];
            talos_credentials_issuer_retired_entries?: components["schemas"]["talosRetiredValue"][];
            talos_rate_limit_enabled?: boolean;
            talos_secrets_hmac_current?: string;
            readonly talos_secrets_hmac_retired?: string[];
            talos_secrets_hmac_retired_entries?: components["schemas"]["talosRetiredValue"][];
            /** Format: date-time */
            readonly updated_at?: string;
        };
        normalizedProjectRevisionHook: {
            config_key: string;
            /** Format: date-time */
            readonly created_at?: string;
            hook: string;
            /** Format: uuid */
            id?: string;
            notify_previous_addresses_config_recipients?: string;
            /** Format: uuid */
            project_revision_id?: string;
            /** Format: date-time */
            readonly updated_at?: string;
            web_hook_config_auth_api_key_in?: string;
            web_hook_config_auth_api_key_name?: string;
            web_hook_config_auth_api_key_value?: string;
            web_hook_config_auth_basic_auth_password?: string;
            web_hook_config_auth_basic_auth_user?: string;
            web_hook_config_auth_type?: string;
            web_hook_config_body?: string;
            web_hook_config_can_interrupt?: boolean;
            web_hook_config_method?: string;
            web_hook_config_response_ignore?: boolean;
            web_hook_config_response_parse?: boolean;
            web_hook_config_url?: string;
        };
        normalizedProjectRevisionIdentitySchema: {
            /** Format: date-time */
            readonly created_at?: string;
            /** Format: uuid */
            id?: string;
            identity_schema?: components["schemas"]["managedIdentitySchema"];
            /** Format: uuid4 */
            identity_schema_id?: string | null;
            import_id?: string;
            import_url?: string;
            is_default?: boolean;
            preset?: string;
            /** Format: uuid */
            project_revision_id?: string;
            selfservice_selectable?: boolean;
            /** Format: date-time */
            readonly updated_at?: string;
        };
        normalizedProjectRevisionIdentitySchemas: components["schemas"]["normalizedProjectRevisionIdentitySchema"][];
        normalizedProjectRevisionSAMLProvider: {
            audience_override_base_url?: string | null;
            /** Format: date-time */
            readonly created_at?: string;
            /** Format: uuid */
            id?: string;
            label?: string;
            mapper_url?: string;
            /** Format: uuid4 */
            organization_id?: string | null;
            /** Format: uuid */
            project_revision_id?: string;
            provider_id?: string;
            proxy_acs_url?: string | null;
            proxy_saml_audience_override?: string | null;
            raw_idp_metadata_xml?: string;
            /** @enum {string} */
            state?: "enabled" | "disabled";
            /** @enum {string} */
            update_identity_on_login?: "never" | "automatic";
            /** Format: date-time */
            readonly updated_at?: string;
            readonly valid_to?: string[];
        };
        normalizedProjectRevisionScimClient: {
            authorization_header_secret: string;
            client_id: string;
            /** Format: date-time */
            readonly created_at?: string;
            /** Format: uuid */
            id?: string;
            label: string;
            mapper_url: string;
            /** Format: uuid */
            organization_id: string;
            proxy_scim_server_url?: string | null;
            /** @enum {string} */
            state?: "enabled" | "disabled";
            /** Format: date-time */
            readonly updated_at?: string;
        };
        normalizedProjectRevisionThirdPartyProvider: {
            aal2_acr_values?: string[];
            aal2_amr_values?: string[];
            /** @enum {string} */
            account_linking_mode?: "automatic" | "confirm_with_existing_credential";
            additional_id_token_audiences?: string[];
            apple_private_key?: string | null;
            apple_private_key_id?: string;
            apple_team_id?: string;
            auth_url?: string;
            azure_tenant?: string;
            claims_source?: string | null;
            client_id?: string;
            client_secret?: string | null;
            /** Format: date-time */
            readonly created_at?: string;
            fedcm_config_url?: string | null;
            /** Format: uuid */
            id?: string;
            issuer_url?: string;
            label?: string;
            mapper_url?: string;
            net_id_token_origin_header?: string | null;
            /** Format: uuid4 */
            organization_id?: string | null;
            /** @enum {string|null} */
            pkce?: "auto" | "never" | "force" | null;
            /** Format: uuid */
            project_revision_id?: string;
            provider?: string;
            provider_id?: string;
            readonly proxy_oidc_redirect_url?: string;
            requested_claims?: Record<string, unknown>;
            scope?: string[];
            /** @enum {string} */
            state?: "enabled" | "disabled";
            subject_source?: string | null;
            token_url?: string;
            /** @enum {string} */
            update_identity_on_login?: "never" | "automatic";
            /** Format: date-time */
            readonly updated_at?: string;
        };
        normalizedProjectRevisionTokenizerTemplate: {
            claims_mapper_url?: string;
            /** Format: date-time */
            readonly created_at?: string;
            /** Format: uuid */
            readonly id?: string;
            jwks_url?: string;
            key?: string;
            /** Format: uuid */
            project_revision_id?: string;
            /**
             * @default id
             * @enum {string}
             */
            subject_source: "id" | "external_id";
            /** @default 1m */
            ttl: string;
            /** Format: date-time */
            readonly updated_at?: string;
        };
        normalizedProjectRevisionTokenizerTemplates: components["schemas"]["normalizedProjectRevisionTokenizerTemplate"][];
        normalizedProjects: components["schemas"]["normalizedProject"][];
        nullBool: boolean | null;
        nullInt64: number | null;
        nullJsonRawMessage: Record<string, unknown> | null;
        nullString: string;
        /** Format: date-time */
        nullTime: string;
        oAuth2Client: {
            access_token_strategy?: string;
            allowed_cors_origins?: string[];
            audience?: string[];
            authorization_code_grant_access_token_lifespan?: string | null;
            authorization_code_grant_id_token_lifespan?: string | null;
            authorization_code_grant_refresh_token_lifespan?: string | null;
            backchannel_logout_session_required?: boolean;
            backchannel_logout_uri?: string;
            client_credentials_grant_access_token_lifespan?: string | null;
            client_id?: string;
            client_name?: string;
            client_secret?: string;
            /** Format: int64 */
            client_secret_expires_at?: number;
            client_uri?: string;
            contacts?: string[];
            /** Format: date-time */
            created_at?: string;
            device_authorization_grant_access_token_lifespan?: string | null;
            device_authorization_grant_id_token_lifespan?: string | null;
            device_authorization_grant_refresh_token_lifespan?: string | null;
            frontchannel_logout_session_required?: boolean;
            frontchannel_logout_uri?: string;
            grant_types?: string[];
            implicit_grant_access_token_lifespan?: string | null;
            implicit_grant_id_token_lifespan?: string | null;
            jwks?: components["schemas"]["jsonWebKeySet"];
            jwks_uri?: string;
            jwt_bearer_grant_access_token_lifespan?: string | null;
            logo_uri?: string;
            metadata?: Record<string, unknown>;
            owner?: string;
            policy_uri?: string;
            post_logout_redirect_uris?: string[];
            redirect_uris?: string[];
            refresh_token_grant_access_token_lifespan?: string | null;
            refresh_token_grant_id_token_lifespan?: string | null;
            refresh_token_grant_refresh_token_lifespan?: string | null;
            registration_access_token?: string;
            registration_client_uri?: string;
            request_object_signing_alg?: string;
            request_uris?: string[];
            response_types?: string[];
            scope?: string;
            sector_identifier_uri?: string;
            skip_consent?: boolean;
            skip_logout_consent?: boolean;
            subject_type?: string;
            /** @default client_secret_basic */
            token_endpoint_auth_method: string;
            token_endpoint_auth_signing_alg?: string;
            tos_uri?: string;
            /** Format: date-time */
            updated_at?: string;
            userinfo_signed_response_alg?: string;
        };
        oAuth2ClientTokenLifespans: {
            authorization_code_grant_access_token_lifespan?: string | null;
            authorization_code_grant_id_token_lifespan?: string | null;
            authorization_code_grant_refresh_token_lifespan?: string | null;
            client_credentials_grant_access_token_lifespan?: string | null;
            device_authorization_grant_access_token_lifespan?: string | null;
            device_authorization_grant_id_token_lifespan?: string | null;
            device_authorization_grant_refresh_token_lifespan?: string | null;
            implicit_grant_access_token_lifespan?: string | null;
            implicit_grant_id_token_lifespan?: string | null;
            jwt_bearer_grant_access_token_lifespan?: string | null;
            refresh_token_grant_access_token_lifespan?: string | null;
            refresh_token_grant_id_token_lifespan?: string | null;
            refresh_token_grant_refresh_token_lifespan?: string | null;
        };
        oAuth2ConsentRequest: {
            acr?: string;
            amr?: string[];
            challenge: string;
            client?: components["schemas"]["oAuth2Client"];
            consent_request_id?: string;
            context?: Record<string, unknown>;
            login_challenge?: string;
            login_session_id?: string;
            oidc_context?: components["schemas"]["oAuth2ConsentRequestOpenIDConnectContext"];
            request_url?: string;
            requested_access_token_audience?: string[];
            requested_scope?: string[];
            skip?: boolean;
            subject?: string;
        };
        oAuth2ConsentRequestOpenIDConnectContext: {
            acr_values?: string[];
            display?: string;
            id_token_hint_claims?: {
                [key: string]: unknown;
            };
            login_hint?: string;
            ui_locales?: string[];
        };
        oAuth2ConsentSession: {
            consent_request?: components["schemas"]["oAuth2ConsentRequest"];
            consent_request_id?: string;
            context?: Record<string, unknown>;
            grant_access_token_audience?: string[];
            grant_scope?: string[];
            /** Format: date-time */
            handled_at?: string;
            remember?: boolean;
            /** Format: int64 */
            remember_for?: number;
            session?: components["schemas"]["acceptOAuth2ConsentRequestSession"];
        };
        oAuth2ConsentSessions: components["schemas"]["oAuth2ConsentSession"][];
        oAuth2LoginRequest: {
            challenge: string;
            client: components["schemas"]["oAuth2Client"];
            oidc_context?: components["schemas"]["oAuth2ConsentRequestOpenIDConnectContext"];
            request_url: string;
            requested_access_token_audience?: string[];
            requested_scope?: string[];
            session_id?: string;
            skip: boolean;
            subject: string;
        };
        oAuth2LogoutRequest: {
            challenge?: string;
            client?: components["schemas"]["oAuth2Client"];
            /** Format: date-time */
            expires_at?: string;
            request_url?: string;
            /** Format: date-time */
            requested_at?: string;
            rp_initiated?: boolean;
            sid?: string;
            subject?: string;
        };
        oAuth2RedirectTo: {
            redirect_to: string;
        };
        oAuth2TokenExchange: {
            access_token?: string;
            /** Format: int64 */
            expires_in?: number;
            id_token?: string;
            refresh_token?: string;
            scope?: string;
            token_type?: string;
        };
        oidcConfiguration: {
            authorization_endpoint: string;
            backchannel_logout_session_supported?: boolean;
            backchannel_logout_supported?: boolean;
            claims_parameter_supported?: boolean;
            claims_supported?: string[];
            code_challenge_methods_supported?: string[];
            credentials_endpoint_draft_00?: string;
            credentials_supported_draft_00?: components["schemas"]["credentialSupportedDraft00"][];
            device_authorization_endpoint: string;
            end_session_endpoint?: string;
            frontchannel_logout_session_supported?: boolean;
            frontchannel_logout_supported?: boolean;
            grant_types_supported?: string[];
            id_token_signed_response_alg: string[];
            id_token_signing_alg_values_supported: string[];
            issuer: string;
            jwks_uri: string;
            registration_endpoint?: string;
            request_object_signing_alg_values_supported?: string[];
            request_parameter_supported?: boolean;
            request_uri_parameter_supported?: boolean;
            require_request_uri_registration?: boolean;
            response_modes_supported?: string[];
            response_types_supported: string[];
            revocation_endpoint?: string;
            scopes_supported?: string[];
            subject_types_supported: string[];
            token_endpoint: string;
            token_endpoint_auth_methods_supported?: string[];
            userinfo_endpoint?: string;
            userinfo_signed_response_alg: string[];
            userinfo_signing_alg_values_supported?: string[];
        };
        oidcUserInfo: {
            birthdate?: string;
            email?: string;
            email_verified?: boolean;
            family_name?: string;
            gender?: string;
            given_name?: string;
            locale?: string;
            middle_name?: string;
            name?: string;
            nickname?: string;
            phone_number?: string;
            phone_number_verified?: boolean;
            picture?: string;
            preferred_username?: string;
            profile?: string;
            sub?: string;
            /** Format: int64 */
            updated_at?: number;
            website?: string;
            zoneinfo?: string;
        };
        onboardingPortalLink: {
            apple_mapper_url?: string;
            auth0_mapper_url?: string;
            /** Format: date-time */
            readonly created_at?: string;
            /** Format: uuid4 */
            custom_hostname_id?: string | null;
            enable_scim?: boolean;
            enable_sso?: boolean;
            /** Format: date-time */
            readonly expires_at: string;
            facebook_mapper_url?: string;
            generic_oidc_mapper_url?: string;
            github_mapper_url?: string;
            gitlab_mapper_url?: string;
            google_mapper_url?: string;
            /** Format: uuid */
            readonly id: string;
            microsoft_mapper_url?: string;
            netid_mapper_url?: string;
            /** Format: uuid */
            readonly organization_id: string;
            /** Format: uuid */
            readonly project_id: string;
            proxy_acs_url?: string;
            proxy_oidc_redirect_url?: string;
            proxy_saml_audience_override?: string;
            proxy_scim_server_url?: string;
            saml_mapper_url?: string;
            scim_mapper_url?: string;
            readonly value: string;
        };
        onboardingPortalOrganization: {
            apple_mapper_url?: string;
            auth0_mapper_url?: string;
            base_url: string;
            facebook_mapper_url?: string;
            generic_oidc_mapper_url?: string;
            github_mapper_url?: string;
            gitlab_mapper_url?: string;
            google_mapper_url?: string;
            kratos_selfservice_methods_oidc_config_providers: components["schemas"]["normalizedProjectRevisionThirdPartyProvider"][];
            kratos_selfservice_methods_saml_config_providers: components["schemas"]["normalizedProjectRevisionSAMLProvider"][];
            microsoft_mapper_url?: string;
            netid_mapper_url?: string;
            oidc_sso_enabled?: boolean;
            /** Format: uuid */
            organization_id: string;
            organization_label?: string;
            proxy_acs_url?: string;
            proxy_oidc_redirect_url?: string;
            proxy_saml_audience_override?: string;
            proxy_scim_server_url?: string;
            /** Format: uuid */
            revision_id: string;
            saml_mapper_url?: string;
            saml_sso_enabled?: boolean;
            scim_clients: components["schemas"]["normalizedProjectRevisionScimClient"][];
            scim_enabled: boolean;
            scim_mapper_url?: string;
            sso_enabled: boolean;
        };
        onboardingPortalTestLoginFlow: {
            id: string;
        };
        organization: {
            /** Format: date-time */
            created_at: string;
            /** @enum {string} */
            default_region?: "eu-central" | "asia-northeast" | "us-east" | "us-west" | "eu" | "asia" | "us" | "global";
            domains: string[];
            /** Format: uuid */
            id: string;
            label: string;
            session_lifespan?: string;
        };
        organizationByHostname: {
            domains: string[];
            id: string;
        };
        organizationOnboardingPortalLinksResponse: {
            links: components["schemas"]["onboardingPortalLink"][];
        };
        organizations: components["schemas"]["organization"][];
        patchIdentitiesBody: {
            identities?: components["schemas"]["identityPatch"][];
        };
        performNativeLogoutBody: {
            session_token: string;
        };
        permissionsOnProject: {
            [key: string]: boolean;
        };
        permissionsOnWorkspace: {
            permissions?: {
                [key: string]: boolean;
            };
        };
        plans: components["schemas"]["Pricing"];
        postCheckPermissionBody: {
            namespace?: string;
            object?: string;
            relation?: string;
            subject_id?: string;
            subject_set?: components["schemas"]["subjectSet"];
        };
        postCheckPermissionOrErrorBody: {
            namespace?: string;
            object?: string;
            relation?: string;
            subject_id?: string;
            subject_set?: components["schemas"]["subjectSet"];
        };
        project: {
            cors_admin?: components["schemas"]["projectCors"];
            cors_public?: components["schemas"]["projectCors"];
            /** @enum {string} */
            environment: "prod" | "stage" | "dev";
            /** @enum {string} */
            home_region: "eu-central" | "asia-northeast" | "us-east" | "us-west" | "eu" | "asia" | "us" | "global";
            /** Format: uuid */
            readonly id: string;
            name: string;
            organizations: components["schemas"]["basicOrganization"][];
            /** Format: uuid */
            readonly revision_id: string;
            services: components["schemas"]["projectServices"];
            readonly slug: string;
            /** @enum {string} */
            readonly state: "running" | "halted" | "deleted";
            /** Format: uuid4 */
            workspace_id?: string | null;
        };
        projectApiKey: {
            /** Format: date-time */
            readonly created_at?: string;
            /** Format: date-time */
            expires_at?: string;
            /** Format: uuid */
            readonly id: string;
            readonly last_characters?: string;
            name: string;
            /** Format: uuid */
            readonly owner_id: string;
            /** Format: uuid */
            readonly project_id?: string;
            /** Format: date-time */
            readonly updated_at?: string;
            readonly value?: string;
        };
        projectApiKeys: components["schemas"]["projectApiKey"][];
        projectBranding: {
            /** Format: date-time */
            readonly created_at: string;
            default_theme: components["schemas"]["projectBrandingTheme"];
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            project_id: string;
            themes: components["schemas"]["projectBrandingTheme"][];
            /** Format: date-time */
            readonly updated_at: string;
        };
        projectBrandingColors: {
            accent_default_color?: string;
            accent_disabled_color?: string;
            accent_emphasis_color?: string;
            accent_muted_color?: string;
            accent_subtle_color?: string;
            background_canvas_color?: string;
            background_subtle_color?: string;
            background_surface_color?: string;
            border_default_color?: string;
            error_default_color?: string;
            error_emphasis_color?: string;
            error_muted_color?: string;
            error_subtle_color?: string;
            foreground_default_color?: string;
            foreground_disabled_color?: string;
            foreground_muted_color?: string;
            foreground_on_accent_color?: string;
            foreground_on_dark_color?: string;
            foreground_on_disabled_color?: string;
            foreground_subtle_color?: string;
            input_background_color?: string;
            input_disabled_color?: string;
            input_placeholder_color?: string;
            input_text_color?: string;
            primary_color?: string;
            secondary_color?: string;
            success_emphasis_color?: string;
            text_default_color?: string;
            text_disabled_color?: string;
        };
        projectBrandingTheme: {
            accent_default_color?: string;
            accent_disabled_color?: string;
            accent_emphasis_color?: string;
            accent_muted_color?: string;
            accent_subtle_color?: string;
            background_canvas_color?: string;
            background_subtle_color?: string;
            background_surface_color?: string;
            border_default_color?: string;
            /** Format: date-time */
            readonly created_at: string;
            error_default_color?: string;
            error_emphasis_color?: string;
            error_muted_color?: string;
            error_subtle_color?: string;
            favicon_type?: string;
            favicon_url?: string;
            foreground_default_color?: string;
            foreground_disabled_color?: string;
            foreground_muted_color?: string;
            foreground_on_accent_color?: string;
            foreground_on_dark_color?: string;
            foreground_on_disabled_color?: string;
            foreground_subtle_color?: string;
            /** Format: uuid */
            readonly id: string;
            input_background_color?: string;
            input_disabled_color?: string;
            input_placeholder_color?: string;
            input_text_color?: string;
            logo_type?: string;
            logo_url?: string;
            name: string;
            primary_color?: string;
            /** Format: uuid */
            project_branding_id: string;
            secondary_color?: string;
            success_emphasis_color?: string;
            text_default_color?: string;
            text_disabled_color?: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        projectBrandingThemes: components["schemas"]["projectBrandingTheme"][];
        projectCors: {
            enabled?: boolean;
            origins?: string[];
        };
        projectHost: {
            host: string;
            /** Format: uuid */
            readonly id: string;
            /** Format: uuid */
            project_id: string;
        };
        projectMember: {
            break_glass?: boolean;
            email: string;
            email_verified: boolean;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid4 */
            organization_id?: string | null;
            /** @enum {string} */
            role: "owner" | "developer" | "viewer";
            /** @enum {string} */
            source?: "project" | "workspace";
        };
        projectMembers: components["schemas"]["projectMember"][];
        projectMetadata: {
            /** Format: date-time */
            created_at: string;
            /** @enum {string} */
            environment: "prod" | "stage" | "dev";
            /** @enum {string} */
            home_region: "eu-central" | "asia-northeast" | "us-east" | "us-west" | "eu" | "asia" | "us" | "global";
            hosts: string[];
            /** Format: uuid */
            readonly id: string;
            name: string;
            readonly slug: string;
            /** @enum {string} */
            state: "running" | "halted" | "deleted";
            /** Format: uuid4 */
            subscription_id?: string | null;
            subscription_plan?: string | null;
            /** Format: date-time */
            updated_at: string;
            workspace?: components["schemas"]["workspace"];
            /** Format: uuid4 */
            workspace_id?: string | null;
        };
        projectMetadataList: components["schemas"]["projectMetadata"][];
        projectRevisionHooks: components["schemas"]["normalizedProjectRevisionHook"][];
        projectRevisionIdentitySchemas: components["schemas"]["normalizedProjectRevisionIdentitySchema"][];
        projectRevisionSamlProviders: components["schemas"]["normalizedProjectRevisionSAMLProvider"][];
        projectRevisionScimClients: components["schemas"]["normalizedProjectRevisionScimClient"][];
        projectRevisionThirdPartyLoginProviders: components["schemas"]["normalizedProjectRevisionThirdPartyProvider"][];
        projectRevisions: components["schemas"]["normalizedProjectRevision"][];
        projectServiceAccountExperience: {
            config: Record<string, unknown>;
        };
        projectServiceIdentity: {
            config: Record<string, unknown>;
        };
        projectServiceOAuth2: {
            config: Record<string, unknown>;
        };
        projectServicePermission: {
            config: Record<string, unknown>;
        };
        projectServiceTalos: {
            config: Record<string, unknown>;
        };
        projectServices: {
            account_experience?: components["schemas"]["projectServiceAccountExperience"];
            identity?: components["schemas"]["projectServiceIdentity"];
            oauth2?: components["schemas"]["projectServiceOAuth2"];
            permission?: components["schemas"]["projectServicePermission"];
            talos?: components["schemas"]["projectServiceTalos"];
        };
        quotaUsage: {
            additional_price: string;
            can_use_more: boolean;
            /** @enum {string} */
            feature: "production_projects" | "staging_projects" | "development_projects" | "daily_active_users" | "custom_domains" | "event_streams" | "event_stream_events" | "sla" | "collaborator_seats" | "edge_cache" | "branding_themes" | "zendesk_support" | "zendesk_support_on_call" | "project_metrics" | "project_metrics_time_window" | "project_metrics_events_history" | "organizations" | "rop_grant" | "concierge_onboarding" | "credit" | "data_location_global" | "data_location_us" | "data_location_asiane" | "m2m_token_issuance" | "permission_checks" | "captcha" | "captcha_byo" | "hide_ory_branding" | "identity_search_api" | "saml_sp" | "saml_idp" | "auto_link_policy" | "scim_clients" | "default_smtp_email_customization" | "onboarding_portal" | "console_organization_sso" | "talos_api_keys" | "talos_rate_limit" | "talos_cache" | "graceful_refresh_token_count" | "hydra_token_prefix" | "hydra_device_authorization" | "deviceauthn" | "allow_insecure_origins" | "update_self_service_registration_rate_limit_tier" | "update_self_service_recovery_rate_limit_tier" | "update_self_service_settings_rate_limit_tier" | "update_self_service_verification_rate_limit_tier" | "identities_create_rate_limit_tier" | "identities_import_rate_limit_tier" | "fed_cm_parameters_rate_limit_tier" | "data_location_regional" | "rate_limit_tier" | "session_rate_limit_tier" | "identities_list_rate_limit_tier" | "permission_checks_rate_limit_tier" | "oauth2_introspect_rate_limit_tier" | "create_recovery_admin_rate_limit_tier" | "scim_rate_limit_tier" | "hydra_admin_high_rate_limit_tier" | "hydra_admin_medium_rate_limit_tier" | "hydra_admin_low_rate_limit_tier" | "hydra_public_high_rate_limit_tier" | "hydra_public_medium_rate_limit_tier" | "hydra_public_low_rate_limit_tier" | "keto_admin_low_rate_limit_tier" | "keto_admin_medium_rate_limit_tier" | "keto_public_high_rate_limit_tier" | "kratos_admin_high_rate_limit_tier" | "kratos_admin_medium_rate_limit_tier" | "kratos_admin_low_rate_limit_tier" | "kratos_public_high_rate_limit_tier" | "kratos_public_medium_rate_limit_tier" | "kratos_public_low_rate_limit_tier" | "polis_public_high_rate_limit_tier" | "polis_public_medium_rate_limit_tier" | "talos_admin_high_rate_limit_tier" | "talos_admin_medium_rate_limit_tier" | "talos_admin_low_rate_limit_tier" | "talos_public_high_rate_limit_tier" | "talos_public_low_rate_limit_tier" | "unassigned_rate_limit_tier";
            feature_available: boolean;
            /** Format: int64 */
            included: number;
            is_unlimited: boolean;
            /** Format: int64 */
            used: number;
        };
        recoveryCodeForIdentity: {
            /** Format: date-time */
            expires_at?: string;
            recovery_code: string;
            recovery_link: string;
        };
        recoveryFlow: {
            active?: string;
            continue_with?: components["schemas"]["continueWith"][];
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            issued_at: string;
            request_url: string;
            return_to?: string;
            state: unknown;
            transient_payload?: Record<string, unknown>;
            type: string;
            ui: components["schemas"]["uiContainer"];
        };
        /** @enum {string} */
        recoveryFlowState: "choose_method" | "sent_email" | "passed_challenge";
        /** @description An address that help to get back into the account is sent to. */
        recoveryIdentityAddress: {
            /**
             * Format: uuid4
             * @description The id of the organization whose single sign-on this address may go around.
             */
            break_glass_for_organization?: string | null;
            /**
             * Format: date-time
             * @description When it was added.
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description The id of this entry.
             */
            id?: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at?: string;
            /** @description The address itself. */
            value: string;
            /** @description The way a message takes to it, such as `email`. */
            via: string;
        };
        recoveryLinkForIdentity: {
            /** Format: date-time */
            expires_at?: string;
            recovery_link: string;
        };
        registrationFlow: {
            /** @enum {string} */
            active?: "password" | "oidc" | "totp" | "lookup_secret" | "webauthn" | "code" | "passkey" | "profile" | "saml" | "deviceauthn" | "identifier_first" | "link_recovery" | "code_recovery";
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
            identity_schema?: string;
            /** Format: date-time */
            issued_at: string;
            oauth2_login_challenge?: string;
            oauth2_login_request?: components["schemas"]["oAuth2LoginRequest"];
            /** Format: uuid4 */
            organization_id?: string | null;
            request_url: string;
            return_to?: string;
            session_token_exchange_code?: string;
            state: unknown;
            transient_payload?: Record<string, unknown>;
            type: string;
            ui: components["schemas"]["uiContainer"];
        };
        /** @enum {string} */
        registrationFlowState: "choose_method" | "sent_email" | "passed_challenge";
        rejectOAuth2Request: {
            error?: string;
            error_debug?: string;
            error_description?: string;
            error_hint?: string;
            /** Format: int64 */
            status_code?: number;
        };
        relationQuery: {
            namespace?: string;
            object?: string;
            relation?: string;
            subject_id?: string;
            subject_set?: components["schemas"]["subjectSet"];
        };
        relationship: {
            namespace: string;
            object: string;
            relation: string;
            subject_id?: string;
            subject_set?: components["schemas"]["subjectSet"];
        };
        relationshipNamespaces: {
            namespaces?: components["schemas"]["namespace"][];
        };
        relationshipPatch: {
            /** @enum {string} */
            action?: "insert" | "delete";
            relation_tuple?: components["schemas"]["relationship"];
        };
        relationships: {
            next_page_token?: string;
            relation_tuples?: components["schemas"]["relationship"][];
        };
        revisionCourierChannels: components["schemas"]["NormalizedProjectRevisionCourierChannel"][];
        rotateTalosKeyBody: {
            /**
             * @default graceful
             * @enum {string}
             */
            mode: "graceful" | "revoke";
        };
        schemaPatch: {
            data: Record<string, unknown>;
            name: string;
        };
        selfServiceFlowExpiredError: {
            error?: components["schemas"]["genericError"];
            /** Format: date-time */
            expired_at?: string;
            /** Format: int64 */
            since?: number;
            /** Format: uuid */
            use_flow_id?: string;
        };
        selfServiceFlowType: string;
        /** @description Who logged in, when, how, and until when it counts. */
        session: {
            /** @description Whether the session counts. */
            active?: boolean;
            /**
             * Format: date-time
             * @description When the person last proved who they are; a second factor and a refresh count.
             */
            authenticated_at?: string;
            /** @description The proofs that were given, in their order. */
            authentication_methods?: components["schemas"]["sessionAuthenticationMethod"][];
            /** @description How sure Ory is of the person, as all proofs together make it. */
            authenticator_assurance_level?: components["schemas"]["authenticatorAssuranceLevel"];
            /** @description Where the session was used from. */
            devices?: components["schemas"]["sessionDevice"][] | null;
            /**
             * Format: date-time
             * @description When the session stops counting.
             */
            expires_at?: string;
            /**
             * Format: uuid
             * @description The session's id, not a secret.
             */
            id: string;
            /** @description Whose session it is. */
            identity?: components["schemas"]["identity"] | null;
            /**
             * Format: date-time
             * @description When the session began.
             */
            issued_at?: string;
            /** @description The session as a JSON Web Token, where `tokenize_as` asked for it. */
            tokenized?: string;
        };
        /** @description One proof of who somebody is. */
        sessionAuthenticationMethod: {
            /** @description The assurance level that this proof counts for. */
            aal?: components["schemas"]["authenticatorAssuranceLevel"];
            /**
             * Format: date-time
             * @description When the proof was given.
             */
            completed_at?: string;
            /**
             * @description The kind of proof. Ory adds kinds over time.
             * @enum {string}
             */
            method?: "password" | "oidc" | "totp" | "lookup_secret" | "webauthn" | "code" | "passkey" | "profile" | "saml" | "deviceauthn" | "identifier_first" | "link_recovery" | "code_recovery";
            /** @description The id of the organization whose single sign-on was used. */
            organization?: string;
            /** @description The id of the sign-in provider, such as `google`, for `oidc` and `saml`. */
            provider?: string;
            /** @description The `acr` claim of that provider, which tells how strongly it checked. */
            upstream_acr?: string;
            /** @description The `amr` claim of that provider, which tells with what it checked. */
            upstream_amr?: string[];
        };
        sessionAuthenticationMethods: components["schemas"]["sessionAuthenticationMethod"][];
        /** @description A browser or app that a session was used from, as its request told. */
        sessionDevice: {
            /**
             * Format: uuid
             * @description The id of this entry.
             */
            id: string;
            /** @description The address that the request came from, sometimes with a port. */
            ip_address?: string;
            /** @description A place that a proxy named, such as a city; empty without one. */
            location?: string;
            /** @description The `User-Agent` header. */
            user_agent?: string | null;
        };
        setCustomDomainBody: {
            cookie_domain?: string;
            cors_allowed_origins?: string[];
            cors_enabled?: boolean;
            custom_ui_base_url?: string;
            hostname?: string;
        };
        setEventStreamBody: {
            https_endpoint?: string;
            role_arn?: string;
            /** @enum {string} */
            status?: "active" | "paused";
            topic_arn?: string;
            /** @enum {string} */
            type?: "sns" | "https";
        };
        setOrganizationFromOnboardingPortalLinkBody: {
            kratos_selfservice_methods_oidc_config_providers?: components["schemas"]["normalizedProjectRevisionThirdPartyProvider"][];
            kratos_selfservice_methods_saml_config_providers?: components["schemas"]["normalizedProjectRevisionSAMLProvider"][];
            /** Format: uuid */
            revision_id: string;
            scim_clients?: components["schemas"]["normalizedProjectRevisionScimClient"][];
        };
        setProject: {
            cors_admin: components["schemas"]["projectCors"];
            cors_public: components["schemas"]["projectCors"];
            name: string;
            organizations: components["schemas"]["basicOrganization"][];
            services: components["schemas"]["projectServices"];
        };
        setProjectBrandingThemeBody: {
            favicon_type?: string;
            favicon_url?: string;
            logo_type?: string;
            logo_url?: string;
            name?: string;
            theme?: components["schemas"]["projectBrandingColors"];
        };
        settingsFlow: {
            active?: string;
            continue_with?: components["schemas"]["continueWith"][];
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
            identity: components["schemas"]["identity"];
            /** Format: date-time */
            issued_at: string;
            /** Format: uuid4 */
            organization_id?: string | null;
            request_url: string;
            return_to?: string;
            state: unknown;
            transient_payload?: Record<string, unknown>;
            type: string;
            ui: components["schemas"]["uiContainer"];
        };
        /** @enum {string} */
        settingsFlowState: "show_form" | "success";
        subjectSet: {
            namespace: string;
            object: string;
            relation: string;
        };
        subscription: {
            /** Format: date-time */
            readonly created_at: string;
            /** @enum {string} */
            readonly currency: "usd" | "eur";
            /** @enum {string} */
            readonly current_interval: "monthly" | "yearly";
            readonly current_plan: string;
            current_plan_details?: components["schemas"]["PlanDetails"];
            readonly customer_id: string;
            /** Format: uuid */
            readonly id: string;
            interval_changes_to: string | null;
            ongoing_stripe_checkout_id?: string | null;
            /** Format: date-time */
            readonly payed_until: string;
            /** Format: date-time */
            plan_changes_at?: string;
            plan_changes_to: string | null;
            status: string;
            /** Format: date-time */
            stripe_checkout_expires_at?: string;
            /** Format: date-time */
            readonly updated_at: string;
        };
        successfulCodeExchangeResponse: {
            session: components["schemas"]["session"];
            session_token?: string;
        };
        successfulNativeLogin: {
            continue_with?: components["schemas"]["continueWith"][] | null;
            session: components["schemas"]["session"];
            session_token?: string;
        };
        successfulNativeRegistration: {
            continue_with?: components["schemas"]["continueWith"][];
            identity: components["schemas"]["identity"];
            session?: components["schemas"]["session"];
            session_token?: string;
        };
        successfulProjectUpdate: {
            project: components["schemas"]["project"];
            warnings: components["schemas"]["Warning"][];
        };
        talosRetiredValue: {
            /** Format: date-time */
            expires_at?: string;
            value: string;
        };
        talosRetiredValues: components["schemas"]["talosRetiredValue"][];
        tokenPagination: {
            /**
             * Format: int64
             * @default 250
             */
            page_size: number;
            page_token?: string;
        };
        tokenPaginationHeaders: {
            link?: string;
            "x-total-count"?: string;
        };
        tokenPaginationRequestParameters: {
            /**
             * Format: int64
             * @default 250
             */
            page_size: number;
            page_token?: string;
        };
        tokenPaginationResponseHeaders: {
            link?: string;
            /** Format: int64 */
            "x-total-count"?: number;
        };
        trustOAuth2JwtGrantIssuer: {
            allow_any_subject?: boolean;
            /** Format: date-time */
            expires_at: string;
            issuer: string;
            jwk: components["schemas"]["jsonWebKey"];
            scope: string[];
            subject?: string;
        };
        trustedOAuth2JwtGrantIssuer: {
            allow_any_subject?: boolean;
            /** Format: date-time */
            created_at?: string;
            /** Format: date-time */
            expires_at?: string;
            id?: string;
            issuer?: string;
            public_key?: components["schemas"]["trustedOAuth2JwtGrantJsonWebKey"];
            scope?: string[];
            subject?: string;
        };
        trustedOAuth2JwtGrantIssuers: components["schemas"]["trustedOAuth2JwtGrantIssuer"][];
        trustedOAuth2JwtGrantJsonWebKey: {
            kid?: string;
            set?: string;
        };
        uiContainer: {
            action: string;
            messages?: components["schemas"]["uiText"][];
            method: string;
            nodes: components["schemas"]["uiNode"][];
        };
        uiNode: {
            attributes: components["schemas"]["uiNodeAttributes"];
            /** @enum {string} */
            group: "default" | "password" | "oidc" | "profile" | "link" | "code" | "totp" | "lookup_secret" | "webauthn" | "passkey" | "identifier_first" | "captcha" | "saml" | "deviceauthn" | "oauth2_consent";
            messages: components["schemas"]["uiText"][];
            meta: components["schemas"]["uiNodeMeta"];
            /** @enum {string} */
            type: "text" | "input" | "img" | "a" | "script" | "div";
        };
        uiNodeAnchorAttributes: {
            href: string;
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            node_type: "a";
            title: components["schemas"]["uiText"];
        };
        uiNodeAttributes: components["schemas"]["uiNodeInputAttributes"] | components["schemas"]["uiNodeTextAttributes"] | components["schemas"]["uiNodeImageAttributes"] | components["schemas"]["uiNodeAnchorAttributes"] | components["schemas"]["uiNodeScriptAttributes"] | components["schemas"]["uiNodeDivisionAttributes"];
        uiNodeDivisionAttributes: {
            class?: string;
            data?: {
                [key: string]: string;
            };
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            node_type: "div";
        };
        uiNodeImageAttributes: {
            /** Format: int64 */
            height: number;
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            node_type: "img";
            src: string;
            /** Format: int64 */
            width: number;
        };
        uiNodeInputAttributes: {
            /** @enum {string} */
            autocomplete?: "email" | "tel" | "url" | "current-password" | "new-password" | "one-time-code" | "username" | "username webauthn";
            disabled: boolean;
            label?: components["schemas"]["uiText"];
            /** Format: int64 */
            maxlength?: number;
            name: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            node_type: "input";
            onclick?: string;
            /** @enum {string} */
            onclickTrigger?: "oryWebAuthnRegistration" | "oryWebAuthnLogin" | "oryPasskeyLogin" | "oryPasskeyLoginAutocompleteInit" | "oryPasskeyRegistration" | "oryPasskeySettingsRegistration";
            onload?: string;
            /** @enum {string} */
            onloadTrigger?: "oryWebAuthnRegistration" | "oryWebAuthnLogin" | "oryPasskeyLogin" | "oryPasskeyLoginAutocompleteInit" | "oryPasskeyRegistration" | "oryPasskeySettingsRegistration";
            options?: components["schemas"]["uiNodeInputAttributesOption"][];
            pattern?: string;
            required?: boolean;
            /** @enum {string} */
            type: "text" | "password" | "number" | "checkbox" | "hidden" | "email" | "tel" | "submit" | "button" | "datetime-local" | "date" | "url";
            value?: unknown;
        };
        uiNodeInputAttributesOption: {
            value: unknown;
        };
        uiNodeMeta: {
            label?: components["schemas"]["uiText"];
        };
        uiNodeScriptAttributes: {
            async: boolean;
            crossorigin: string;
            id: string;
            integrity: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            node_type: "script";
            nonce: string;
            referrerpolicy: string;
            src: string;
            type: string;
        };
        uiNodeTextAttributes: {
            id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            node_type: "text";
            text: components["schemas"]["uiText"];
        };
        uiNodes: components["schemas"]["uiNode"][];
        uiText: {
            context?: Record<string, unknown>;
            /** Format: int64 */
            id: number;
            text: string;
            /** @enum {string} */
            type: "info" | "error" | "success";
        };
        uiTexts: components["schemas"]["uiText"][];
        unexpectedError: string;
        updateIdentityBody: {
            credentials?: components["schemas"]["identityWithCredentials"];
            external_id?: string;
            metadata_admin?: unknown;
            metadata_public?: unknown;
            /** @enum {string} */
            region?: "eu-central" | "asia-northeast" | "us-east" | "us-west" | "eu" | "asia" | "us" | "global";
            schema_id: string;
            /** @enum {string} */
            state: "active" | "inactive";
            traits: Record<string, unknown>;
        };
        updateLoginFlowBody: components["schemas"]["updateLoginFlowWithPasswordMethod"] | components["schemas"]["updateLoginFlowWithOidcMethod"] | components["schemas"]["updateLoginFlowWithSamlMethod"] | components["schemas"]["updateLoginFlowWithTotpMethod"] | components["schemas"]["updateLoginFlowWithWebAuthnMethod"] | components["schemas"]["updateLoginFlowWithDeviceAuthnMethod"] | components["schemas"]["updateLoginFlowWithLookupSecretMethod"] | components["schemas"]["updateLoginFlowWithCodeMethod"] | components["schemas"]["updateLoginFlowWithPasskeyMethod"] | components["schemas"]["updateLoginFlowWithIdentifierFirstMethod"];
        updateLoginFlowWithCodeMethod: {
            address?: string;
            code?: string;
            csrf_token: string;
            identifier?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "code";
            resend?: string;
            transient_payload?: Record<string, unknown>;
        };
        updateLoginFlowWithDeviceAuthnMethod: {
            client_key_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "deviceauthn";
            /** Format: byte */
            pin_proof?: string;
            /** Format: byte */
            signature: string;
            transient_payload?: Record<string, unknown>;
        };
        updateLoginFlowWithIdentifierFirstMethod: {
            csrf_token?: string;
            identifier: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "identifier_first";
            transient_payload?: Record<string, unknown>;
        };
        updateLoginFlowWithLookupSecretMethod: {
            csrf_token?: string;
            lookup_secret: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "lookup_secret";
        };
        updateLoginFlowWithOidcMethod: {
            csrf_token?: string;
            id_token?: string;
            id_token_nonce?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "oidc";
            provider: string;
            traits?: Record<string, unknown>;
            transient_payload?: Record<string, unknown>;
            upstream_parameters?: Record<string, unknown>;
        };
        updateLoginFlowWithPasskeyMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "passkey";
            passkey_login?: string;
        };
        updateLoginFlowWithPasswordMethod: {
            csrf_token?: string;
            identifier: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "password";
            password: string;
            password_identifier?: string;
            transient_payload?: Record<string, unknown>;
        };
        updateLoginFlowWithSamlMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "saml";
            provider: string;
            transient_payload?: Record<string, unknown>;
        };
        updateLoginFlowWithTotpMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "totp";
            totp_code: string;
            transient_payload?: Record<string, unknown>;
        };
        updateLoginFlowWithWebAuthnMethod: {
            csrf_token?: string;
            identifier: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "webauthn";
            transient_payload?: Record<string, unknown>;
            webauthn_login?: string;
        };
        updateOrganizationOnboardingPortalLinkBody: {
            enable_scim: boolean;
            enable_sso: boolean;
            /** Format: date-time */
            expires_at?: string;
        };
        updateRecoveryFlowBody: components["schemas"]["updateRecoveryFlowWithLinkMethod"] | components["schemas"]["updateRecoveryFlowWithCodeMethod"];
        updateRecoveryFlowWithCodeMethod: {
            code?: string;
            csrf_token?: string;
            email?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "code";
            recovery_address?: string;
            recovery_confirm_address?: string;
            recovery_select_address?: string;
            screen?: string;
            transient_payload?: Record<string, unknown>;
        };
        updateRecoveryFlowWithLinkMethod: {
            csrf_token?: string;
            email: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "link";
            transient_payload?: Record<string, unknown>;
        };
        updateRegistrationFlowBody: components["schemas"]["updateRegistrationFlowWithPasswordMethod"] | components["schemas"]["updateRegistrationFlowWithOidcMethod"] | components["schemas"]["updateRegistrationFlowWithSamlMethod"] | components["schemas"]["updateRegistrationFlowWithWebAuthnMethod"] | components["schemas"]["updateRegistrationFlowWithCodeMethod"] | components["schemas"]["updateRegistrationFlowWithPasskeyMethod"] | components["schemas"]["updateRegistrationFlowWithProfileMethod"];
        updateRegistrationFlowWithCodeMethod: {
            code?: string;
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "code";
            resend?: string;
            traits: Record<string, unknown>;
            transient_payload?: Record<string, unknown>;
        };
        updateRegistrationFlowWithOidcMethod: {
            csrf_token?: string;
            id_token?: string;
            id_token_nonce?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "oidc";
            provider: string;
            traits?: Record<string, unknown>;
            transient_payload?: Record<string, unknown>;
            upstream_parameters?: Record<string, unknown>;
        };
        updateRegistrationFlowWithPasskeyMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "passkey";
            passkey_register?: string;
            traits: Record<string, unknown>;
            transient_payload?: Record<string, unknown>;
        };
        updateRegistrationFlowWithPasswordMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "password";
            password: string;
            traits: Record<string, unknown>;
            transient_payload?: Record<string, unknown>;
        };
        updateRegistrationFlowWithProfileMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "profile";
            /** @enum {string} */
            screen?: "credential-selection" | "previous";
            traits: Record<string, unknown>;
            transient_payload?: Record<string, unknown>;
        };
        updateRegistrationFlowWithSamlMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "saml";
            provider: string;
            traits?: Record<string, unknown>;
            transient_payload?: Record<string, unknown>;
        };
        updateRegistrationFlowWithWebAuthnMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "webauthn";
            traits: Record<string, unknown>;
            transient_payload?: Record<string, unknown>;
            webauthn_register?: string;
            webauthn_register_displayname?: string;
        };
        updateSettingsFlowBody: components["schemas"]["updateSettingsFlowWithPasswordMethod"] | components["schemas"]["updateSettingsFlowWithProfileMethod"] | components["schemas"]["updateSettingsFlowWithOidcMethod"] | components["schemas"]["updateSettingsFlowWithSamlMethod"] | components["schemas"]["updateSettingsFlowWithTotpMethod"] | components["schemas"]["updateSettingsFlowWithWebAuthnMethod"] | components["schemas"]["updateSettingsFlowWithLookupMethod"] | components["schemas"]["updateSettingsFlowWithPasskeyMethod"] | components["schemas"]["updateSettingsFlowWithDeviceAuthnMethod"];
        updateSettingsFlowWithDeviceAuthnMethod: {
            csrf_token?: string;
            deviceauthn_register?: components["schemas"]["updateSettingsFlowWithDeviceAuthnMethodRegister"];
            deviceauthn_remove?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "deviceauthn";
            rotate_secret?: components["schemas"]["updateSettingsFlowWithDeviceAuthnMethodRotateSecret"];
            transient_payload?: Record<string, unknown>;
        };
        updateSettingsFlowWithDeviceAuthnMethodRegister: {
            /** Format: byte */
            attestation_ios?: string;
            certificate_chain_android?: string[];
            device_name: string;
            pin_protected?: boolean;
            /** Format: byte */
            transport_public_key?: string;
            user_verification?: components["schemas"]["UserVerification"];
            /** Format: int64 */
            version: number;
        };
        updateSettingsFlowWithDeviceAuthnMethodRotateSecret: {
            client_key_id: string;
            /** Format: byte */
            signature: string;
            /** Format: byte */
            transport_public_key: string;
        };
        updateSettingsFlowWithLookupMethod: {
            csrf_token?: string;
            lookup_secret_confirm?: boolean;
            lookup_secret_disable?: boolean;
            lookup_secret_regenerate?: boolean;
            lookup_secret_reveal?: boolean;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "lookup_secret";
            transient_payload?: Record<string, unknown>;
        };
        updateSettingsFlowWithOidcMethod: {
            flow?: string;
            link?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "oidc";
            traits?: Record<string, unknown>;
            transient_payload?: Record<string, unknown>;
            unlink?: string;
            upstream_parameters?: Record<string, unknown>;
        };
        updateSettingsFlowWithPasskeyMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "passkey";
            passkey_remove?: string;
            passkey_settings_register?: string;
        };
        updateSettingsFlowWithPasswordMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "password";
            password: string;
            transient_payload?: Record<string, unknown>;
        };
        updateSettingsFlowWithProfileMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "profile";
            traits: Record<string, unknown>;
            transient_payload?: Record<string, unknown>;
        };
        updateSettingsFlowWithSamlMethod: {
            csrf_token?: string;
            flow?: string;
            link?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "saml";
            traits?: Record<string, unknown>;
            transient_payload?: Record<string, unknown>;
            unlink?: string;
        };
        updateSettingsFlowWithTotpMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "totp";
            totp_code?: string;
            totp_unlink?: boolean;
            transient_payload?: Record<string, unknown>;
        };
        updateSettingsFlowWithWebAuthnMethod: {
            csrf_token?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "webauthn";
            transient_payload?: Record<string, unknown>;
            webauthn_register?: string;
            webauthn_register_displayname?: string;
            webauthn_remove?: string;
        };
        updateSubscriptionBody: {
            /** @enum {string} */
            interval: "monthly" | "yearly";
            plan: string;
            return_to?: string;
        };
        updateVerificationFlowBody: components["schemas"]["updateVerificationFlowWithLinkMethod"] | components["schemas"]["updateVerificationFlowWithCodeMethod"];
        updateVerificationFlowWithCodeMethod: {
            code?: string;
            csrf_token?: string;
            email?: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "code";
            transient_payload?: Record<string, unknown>;
        };
        updateVerificationFlowWithLinkMethod: {
            csrf_token?: string;
            email: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            method: "link";
            transient_payload?: Record<string, unknown>;
        };
        updateWorkspaceBody: {
            /** @enum {string} */
            access_policy?: "CHECK_ORGANIZATION_AND_WORKSPACE_MEMBERSHIP" | "CHECK_ACCESS_PERMISSION";
            name: string;
        };
        updateWorkspaceOrganizationBody: {
            session_lifespan?: string;
        };
        validateBaseURLRewriteRequest: {
            base_url: string;
            /** Format: uuid */
            project_id: string;
            token: string;
        };
        validateBaseURLRewriteResponse: {
            reason?: string;
            valid: boolean;
        };
        verifiableCredentialPrimingResponse: {
            c_nonce?: string;
            /** Format: int64 */
            c_nonce_expires_in?: number;
            error?: string;
            error_debug?: string;
            error_description?: string;
            error_hint?: string;
            format?: string;
            /** Format: int64 */
            status_code?: number;
        };
        verifiableCredentialResponse: {
            credential_draft_00?: string;
            format?: string;
        };
        /** @description An address that the person can prove to be theirs. */
        verifiableIdentityAddress: {
            /**
             * Format: date-time
             * @description When it was added.
             */
            created_at?: string;
            /**
             * Format: uuid
             * @description The id of this entry.
             */
            id?: string;
            /** @description How far the proof is, `pending`, `sent` or `completed`. */
            status: string;
            /**
             * Format: date-time
             * @description When it last changed.
             */
            updated_at?: string;
            /** @description The address itself. */
            value: string;
            /** @description Whether it is proved. */
            verified: boolean;
            /**
             * Format: date-time
             * @description When it was proved.
             */
            verified_at?: string;
            /**
             * @description The way a message takes to it.
             * @enum {string}
             */
            via: "email" | "sms";
        };
        verificationFlow: {
            active?: string;
            /** Format: date-time */
            expires_at?: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            issued_at?: string;
            request_url?: string;
            return_to?: string;
            state: unknown;
            transient_payload?: Record<string, unknown>;
            type: string;
            ui: components["schemas"]["uiContainer"];
        };
        /** @enum {string} */
        verificationFlowState: "choose_method" | "sent_email" | "passed_challenge";
        verifyUserCodeRequest: {
            client?: components["schemas"]["oAuth2Client"];
            device_code_request_id?: string;
            request_url?: string;
            requested_access_token_audience?: string[];
            requested_scope?: string[];
        };
        version: {
            version?: string;
        };
        webAuthnJavaScript: string;
        workspace: {
            /** @enum {string} */
            access_policy?: "CHECK_ORGANIZATION_AND_WORKSPACE_MEMBERSHIP" | "CHECK_ACCESS_PERMISSION";
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: uuid4 */
            organization_id?: string | null;
            /** Format: uuid4 */
            subscription_id?: string | null;
            subscription_plan?: string | null;
            /** Format: date-time */
            updated_at: string;
        };
        workspaceApiKey: {
            /** Format: date-time */
            readonly created_at?: string;
            /** Format: date-time */
            expires_at?: string;
            /** Format: uuid */
            readonly id: string;
            readonly last_characters?: string;
            name: string;
            /** Format: uuid */
            readonly owner_id: string;
            /** Format: date-time */
            readonly updated_at?: string;
            readonly value?: string;
            /** Format: uuid */
            readonly workspace_id?: string;
        };
        workspaceApiKeys: components["schemas"]["workspaceApiKey"][];
        workspaceOrganization: {
            active_link?: components["schemas"]["onboardingPortalLink"];
            /** Format: date-time */
            created_at: string;
            /** @enum {string} */
            default_region?: "eu-central" | "asia-northeast" | "us-east" | "us-west" | "eu" | "asia" | "us" | "global";
            domains: string[];
            /** Format: uuid */
            id: string;
            label: string;
            providers: string[];
            session_lifespan?: string;
        };
        workspaces: components["schemas"]["workspace"][];
        introspectOAuth2Token_request: {
            scope?: string;
            token: string;
        };
        revokeOAuth2Token_request: {
            client_id?: string;
            client_secret?: string;
            token: string;
        };
        oauth2TokenExchange_request: {
            client_id?: string;
            code?: string;
            grant_type: string;
            redirect_uri?: string;
            refresh_token?: string;
        };
        adminUpdateImportedApiKey_request: {
            actor_id?: string;
            /** Format: date-time */
            create_time?: string;
            /** Format: date-time */
            expire_time?: string;
            ip_restriction?: components["schemas"]["IPRestriction"];
            /** Format: date-time */
            last_used_time?: string;
            metadata?: Record<string, unknown>;
            name?: string;
            rate_limit_policy?: components["schemas"]["RateLimitPolicy"];
            revocation_description?: string;
            revocation_reason?: components["schemas"]["RevocationReason"];
            scopes?: string[];
            status?: components["schemas"]["KeyStatus"];
            /** Format: date-time */
            update_time?: string;
            visibility?: components["schemas"]["KeyVisibility"];
        };
        adminUpdateIssuedApiKey_request: {
            actor_id?: string;
            /** Format: date-time */
            create_time?: string;
            /** Format: date-time */
            expire_time?: string;
            ip_restriction?: components["schemas"]["IPRestriction"];
            /** Format: date-time */
            last_used_time?: string;
            metadata?: Record<string, unknown>;
            name?: string;
            rate_limit_policy?: components["schemas"]["RateLimitPolicy"];
            revocation_description?: string;
            revocation_reason?: components["schemas"]["RevocationReason"];
            scopes?: string[];
            status?: components["schemas"]["KeyStatus"];
            /** Format: date-time */
            update_time?: string;
            visibility?: components["schemas"]["KeyVisibility"];
        };
        getVersion_200_response: {
            version: string;
        };
        GetJWKSResponse_jwks_keys_inner: {
            alg?: string;
            crv?: string;
            e?: string;
            kid: string;
            kty: string;
            n?: string;
            use?: string;
            x?: string;
            y?: string;
        };
        GetJWKSResponse_jwks: {
            keys: components["schemas"]["GetJWKSResponse_jwks_keys_inner"][];
        };
    };
    responses: {
        emptyResponse: {
            headers: {
                [name: string]: unknown;
            };
            content?: never;
        };
        errorOAuth2BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["errorOAuth2"];
            };
        };
        errorOAuth2Default: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["errorOAuth2"];
            };
        };
        errorOAuth2NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["errorOAuth2"];
            };
        };
        identitySchemas: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["identitySchemas"];
            };
        };
        listCourierMessages: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["message"][];
            };
        };
        listIdentities: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["identity"][];
            };
        };
        listIdentitySessions: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["session"][];
            };
        };
        listMySessions: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["session"][];
            };
        };
        listOAuth2Clients: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["oAuth2Client"][];
            };
        };
        listSessions: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["session"][];
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getWellKnownChangePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    discoverJsonWebKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["jsonWebKeySet"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    discoverOidcConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oidcConfiguration"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    getWebAuthnJavaScript: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["webAuthnJavaScript"];
                };
            };
        };
    };
    listOAuth2Clients: {
        parameters: {
            query?: {
                page_size?: number;
                page_token?: string;
                client_name?: string;
                owner?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2Client"][];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    createOAuth2Client: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["oAuth2Client"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2Client"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    getOAuth2Client: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2Client"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    setOAuth2Client: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["oAuth2Client"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2Client"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    deleteOAuth2Client: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
        };
    };
    patchOAuth2Client: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["jsonPatchDocument"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2Client"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    setOAuth2ClientLifespans: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["oAuth2ClientTokenLifespans"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2Client"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
        };
    };
    rotateOAuth2ClientSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2Client"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    deleteRotatedOAuth2ClientSecrets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2Client"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    listCourierMessages: {
        parameters: {
            query?: {
                page_size?: number;
                page_token?: string;
                status?: components["schemas"]["courierMessageStatus"];
                recipient?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["message"][];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getCourierMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["message"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    listIdentities: {
        parameters: {
            query?: {
                per_page?: number;
                page?: number;
                page_size?: number;
                page_token?: string;
                consistency?: "" | "strong" | "eventual";
                ids?: string[];
                credentials_identifier?: string;
                preview_credentials_identifier_similar?: string;
                include_credential?: string[];
                organization_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity"][];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["createIdentityBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    batchPatchIdentities: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["patchIdentitiesBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["batchPatchIdentitiesResponse"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getIdentityByExternalID: {
        parameters: {
            query?: {
                include_credential?: ("password" | "oidc" | "totp" | "lookup_secret" | "webauthn" | "code" | "passkey" | "profile" | "saml" | "deviceauthn" | "identifier_first" | "link_recovery" | "code_recovery")[];
            };
            header?: never;
            path: {
                externalID: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getIdentity: {
        parameters: {
            query?: {
                include_credential?: ("password" | "oidc" | "totp" | "lookup_secret" | "webauthn" | "code" | "passkey" | "profile" | "saml" | "deviceauthn" | "identifier_first" | "link_recovery" | "code_recovery")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    updateIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["updateIdentityBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    deleteIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    patchIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["jsonPatchDocument"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    deleteIdentityCredentials: {
        parameters: {
            query?: {
                identifier?: string;
            };
            header?: never;
            path: {
                id: string;
                type: "password" | "oidc" | "totp" | "lookup_secret" | "webauthn" | "code" | "passkey" | "profile" | "saml" | "deviceauthn" | "identifier_first" | "link_recovery" | "code_recovery";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    listIdentitySessions: {
        parameters: {
            query?: {
                per_page?: number;
                page?: number;
                page_size?: number;
                page_token?: string;
                active?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["session"][];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    deleteIdentitySessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getJsonWebKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["jsonWebKeySet"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    setJsonWebKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["jsonWebKeySet"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["jsonWebKeySet"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    createJsonWebKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["createJsonWebKeySet"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["jsonWebKeySet"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    deleteJsonWebKeySet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    getJsonWebKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set: string;
                kid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["jsonWebKeySet"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    setJsonWebKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set: string;
                kid: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["jsonWebKey"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["jsonWebKey"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    deleteJsonWebKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                set: string;
                kid: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    getOAuth2ConsentRequest: {
        parameters: {
            query: {
                consent_challenge: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2ConsentRequest"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2RedirectTo"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    acceptOAuth2ConsentRequest: {
        parameters: {
            query: {
                consent_challenge: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["acceptOAuth2ConsentRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2RedirectTo"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    rejectOAuth2ConsentRequest: {
        parameters: {
            query: {
                consent_challenge: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["rejectOAuth2Request"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2RedirectTo"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    acceptUserCodeRequest: {
        parameters: {
            query: {
                device_challenge: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["acceptDeviceUserCodeRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2RedirectTo"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    getOAuth2LoginRequest: {
        parameters: {
            query: {
                login_challenge: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2LoginRequest"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2RedirectTo"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    acceptOAuth2LoginRequest: {
        parameters: {
            query: {
                login_challenge: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["acceptOAuth2LoginRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2RedirectTo"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    rejectOAuth2LoginRequest: {
        parameters: {
            query: {
                login_challenge: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["rejectOAuth2Request"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2RedirectTo"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    getOAuth2LogoutRequest: {
        parameters: {
            query: {
                logout_challenge: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2LogoutRequest"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    acceptOAuth2LogoutRequest: {
        parameters: {
            query: {
                logout_challenge: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2RedirectTo"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    rejectOAuth2LogoutRequest: {
        parameters: {
            query: {
                logout_challenge: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    listOAuth2ConsentSessions: {
        parameters: {
            query: {
                page_size?: number;
                page_token?: string;
                subject: string;
                login_session_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2ConsentSessions"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    revokeOAuth2ConsentSessions: {
        parameters: {
            query?: {
                subject?: string;
                client?: string;
                consent_request_id?: string;
                all?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    revokeOAuth2LoginSessions: {
        parameters: {
            query?: {
                subject?: string;
                sid?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    introspectOAuth2Token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["introspectOAuth2Token_request"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["introspectedOAuth2Token"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    deleteOAuth2Token: {
        parameters: {
            query: {
                client_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    createRecoveryCodeForIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["createRecoveryCodeForIdentityBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["recoveryCodeForIdentity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createRecoveryLinkForIdentity: {
        parameters: {
            query?: {
                return_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["createRecoveryLinkForIdentityBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["recoveryLinkForIdentity"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createRelationship: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["createRelationshipBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["relationship"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    deleteRelationships: {
        parameters: {
            query?: {
                namespace?: string;
                object?: string;
                relation?: string;
                subject_id?: string;
                "subject_set.namespace"?: string;
                "subject_set.object"?: string;
                "subject_set.relation"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    patchRelationships: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["relationshipPatch"][];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                page_size?: number;
                page_token?: string;
                active?: boolean;
                expand?: ("identity" | "devices")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["session"][];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    manageSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["manageSessionsBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["manageSessionsResponse"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: {
                expand?: ("identity" | "devices")[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["session"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    disableSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    extendSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["session"];
                };
            };
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createTestLoginFlow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["createTestLoginFlowBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["loginFlow"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    listTrustedOAuth2JwtGrantIssuers: {
        parameters: {
            query?: {
                page_size?: number;
                page_token?: string;
                issuer?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["trustedOAuth2JwtGrantIssuers"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
        };
    };
    trustOAuth2JwtGrantIssuer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["trustOAuth2JwtGrantIssuer"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["trustedOAuth2JwtGrantIssuer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
        };
    };
    getTrustedOAuth2JwtGrantIssuer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["trustedOAuth2JwtGrantIssuer"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
        };
    };
    deleteTrustedOAuth2JwtGrantIssuer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
        };
    };
    createVerifiableCredential: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateVerifiableCredentialRequestBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["verifiableCredentialResponse"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["verifiableCredentialPrimingResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    getConfiguration: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["elementsConfiguration"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
        };
    };
    listRelationshipNamespaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["relationshipNamespaces"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    oAuth2Authorize: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    oAuth2DeviceFlow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["deviceAuthorization"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    performOAuth2DeviceVerificationFlow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    createOidcDynamicClient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["oAuth2Client"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2Client"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    getOidcDynamicClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2Client"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    setOidcDynamicClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["oAuth2Client"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2Client"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    deleteOidcDynamicClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
        };
    };
    revokeOAuth2Token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["revokeOAuth2Token_request"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    revokeOidcSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    oauth2TokenExchange: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["oauth2TokenExchange_request"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oAuth2TokenExchange"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    checkOplSyntax: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "text/plain": components["schemas"]["checkOplSyntaxBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["checkOplSyntaxResult"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    listProjects: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["projectMetadataList"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createProject: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["createProjectBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["project"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["project"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    setProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["setProject"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["successfulProjectUpdate"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    purgeProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
        };
    };
    patchProject: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["jsonPatch"][];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["successfulProjectUpdate"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    listEventStreams: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["listEventStreams"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createEventStream: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["createEventStreamBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["eventStream"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    setEventStream: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                event_stream_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["setEventStreamBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["eventStream"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    deleteEventStream: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                event_stream_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                page_size?: number;
                page_token?: string;
                domain?: string;
            };
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["listOrganizationsResponse"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OrganizationBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organization"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["getOrganizationResponse"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    updateOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["OrganizationBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organization"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    deleteOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getOrganizationOnboardingPortalLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["organizationOnboardingPortalLinksResponse"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createOrganizationOnboardingPortalLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                organization_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["createOrganizationOnboardingPortalLinkBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["onboardingPortalLink"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    updateOrganizationOnboardingPortalLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                organization_id: string;
                onboarding_portal_link_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["updateOrganizationOnboardingPortalLinkBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["onboardingPortalLink"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    deleteOrganizationOnboardingPortalLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                organization_id: string;
                onboarding_portal_link_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    patchProjectWithRevision: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project_id: string;
                revision_id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["jsonPatch"][];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["successfulProjectUpdate"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getProjectMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["projectMembers"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
        };
    };
    removeProjectMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
                member: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
            406: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["genericError"];
                };
            };
        };
    };
    listProjectApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["projectApiKeys"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createProjectApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["createProjectApiKeyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["projectApiKey"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    deleteProjectApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                project: string;
                token_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getRelationships: {
        parameters: {
            query?: {
                page_size?: number;
                page_token?: string;
                namespace?: string;
                object?: string;
                relation?: string;
                subject_id?: string;
                "subject_set.namespace"?: string;
                "subject_set.object"?: string;
                "subject_set.relation"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["relationships"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    batchCheckPermission: {
        parameters: {
            query?: {
                "max-depth"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["batchCheckPermissionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["batchCheckPermissionResult"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    checkPermissionOrError: {
        parameters: {
            query?: {
                namespace?: string;
                object?: string;
                relation?: string;
                subject_id?: string;
                "subject_set.namespace"?: string;
                "subject_set.object"?: string;
                "subject_set.relation"?: string;
                "max-depth"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["checkPermissionResult"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["checkPermissionResult"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    postCheckPermissionOrError: {
        parameters: {
            query?: {
                "max-depth"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["postCheckPermissionOrErrorBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["checkPermissionResult"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["checkPermissionResult"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    checkPermission: {
        parameters: {
            query?: {
                namespace?: string;
                object?: string;
                relation?: string;
                subject_id?: string;
                "subject_set.namespace"?: string;
                "subject_set.object"?: string;
                "subject_set.relation"?: string;
                "max-depth"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["checkPermissionResult"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    postCheckPermission: {
        parameters: {
            query?: {
                "max-depth"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["postCheckPermissionBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["checkPermissionResult"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    expandPermissions: {
        parameters: {
            query: {
                namespace: string;
                object: string;
                relation: string;
                "max-depth"?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["expandedPermissionTree"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    listIdentitySchemas: {
        parameters: {
            query?: {
                per_page?: number;
                page?: number;
                page_size?: number;
                page_token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identitySchemas"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getIdentitySchema: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["identitySchema"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getFlowError: {
        parameters: {
            query: {
                id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["flowError"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createFedcmFlow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["createFedcmFlowResponse"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    updateFedcmFlow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateFedcmFlowBody"];
                "application/x-www-form-urlencoded": components["schemas"]["UpdateFedcmFlowBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["successfulNativeLogin"];
                };
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["loginFlow"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorBrowserLocationChangeRequired"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    updateLoginFlow: {
        parameters: {
            query: {
                flow: string;
            };
            header?: {
                "X-Session-Token"?: string;
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["updateLoginFlowBody"];
                "application/x-www-form-urlencoded": components["schemas"]["updateLoginFlowBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["successfulNativeLogin"];
                };
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["loginFlow"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorBrowserLocationChangeRequired"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createNativeLoginFlow: {
        parameters: {
            query?: {
                refresh?: boolean;
                aal?: string;
                return_session_token_exchange_code?: boolean;
                return_to?: string;
                organization?: string;
                via?: string;
                identity_schema?: string;
            };
            header?: {
                "X-Session-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["loginFlow"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createBrowserLoginFlow: {
        parameters: {
            query?: {
                refresh?: boolean;
                aal?: string;
                return_to?: string;
                login_challenge?: string;
                organization?: string;
                via?: string;
                identity_schema?: string;
            };
            header?: {
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["loginFlow"];
                };
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getLoginFlow: {
        parameters: {
            query: {
                id: string;
            };
            header?: {
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["loginFlow"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    deleteTestLoginFlow: {
        parameters: {
            query: {
                id: string;
            };
            header?: {
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    updateLogoutFlow: {
        parameters: {
            query?: {
                token?: string;
                return_to?: string;
            };
            header?: {
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    performNativeLogout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["performNativeLogoutBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createBrowserLogoutFlow: {
        parameters: {
            query?: {
                return_to?: string;
            };
            header?: {
                cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["logoutFlow"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    updateRecoveryFlow: {
        parameters: {
            query: {
                flow: string;
                token?: string;
            };
            header?: {
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["updateRecoveryFlowBody"];
                "application/x-www-form-urlencoded": components["schemas"]["updateRecoveryFlowBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["recoveryFlow"];
                };
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["recoveryFlow"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorBrowserLocationChangeRequired"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createNativeRecoveryFlow: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["recoveryFlow"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createBrowserRecoveryFlow: {
        parameters: {
            query?: {
                return_to?: string;
                skip_settings?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["recoveryFlow"];
                };
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getRecoveryFlow: {
        parameters: {
            query: {
                id: string;
            };
            header?: {
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["recoveryFlow"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    updateRegistrationFlow: {
        parameters: {
            query: {
                flow: string;
            };
            header?: {
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["updateRegistrationFlowBody"];
                "application/x-www-form-urlencoded": components["schemas"]["updateRegistrationFlowBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["successfulNativeRegistration"];
                };
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["registrationFlow"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorBrowserLocationChangeRequired"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createNativeRegistrationFlow: {
        parameters: {
            query?: {
                return_session_token_exchange_code?: boolean;
                return_to?: string;
                organization?: string;
                identity_schema?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["registrationFlow"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createBrowserRegistrationFlow: {
        parameters: {
            query?: {
                return_to?: string;
                login_challenge?: string;
                after_verification_return_to?: string;
                organization?: string;
                identity_schema?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["registrationFlow"];
                };
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getRegistrationFlow: {
        parameters: {
            query: {
                id: string;
            };
            header?: {
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["registrationFlow"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    updateSettingsFlow: {
        parameters: {
            query: {
                flow: string;
            };
            header?: {
                "X-Session-Token"?: string;
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["updateSettingsFlowBody"];
                "application/x-www-form-urlencoded": components["schemas"]["updateSettingsFlowBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["settingsFlow"];
                };
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["settingsFlow"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorBrowserLocationChangeRequired"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createNativeSettingsFlow: {
        parameters: {
            query?: {
                organization?: string;
            };
            header?: {
                "X-Session-Token"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["settingsFlow"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createBrowserSettingsFlow: {
        parameters: {
            query?: {
                return_to?: string;
                organization?: string;
            };
            header?: {
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["settingsFlow"];
                };
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getSettingsFlow: {
        parameters: {
            query: {
                id: string;
            };
            header?: {
                "X-Session-Token"?: string;
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["settingsFlow"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    updateVerificationFlow: {
        parameters: {
            query: {
                flow: string;
                token?: string;
            };
            header?: {
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["updateVerificationFlowBody"];
                "application/x-www-form-urlencoded": components["schemas"]["updateVerificationFlowBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["verificationFlow"];
                };
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["verificationFlow"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createNativeVerificationFlow: {
        parameters: {
            query?: {
                return_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["verificationFlow"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createBrowserVerificationFlow: {
        parameters: {
            query?: {
                return_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["verificationFlow"];
                };
            };
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getVerificationFlow: {
        parameters: {
            query: {
                id: string;
            };
            header?: {
                cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["verificationFlow"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    listMySessions: {
        parameters: {
            query?: {
                per_page?: number;
                page?: number;
                page_size?: number;
                page_token?: string;
            };
            header?: {
                "X-Session-Token"?: string;
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["session"][];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    disableMyOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                "X-Session-Token"?: string;
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["deleteMySessionsCount"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    exchangeSessionToken: {
        parameters: {
            query: {
                init_code: string;
                return_to_code: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["successfulNativeLogin"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    toSession: {
        parameters: {
            query?: {
                /** @description The name of a template; the session then also comes as a JSON Web Token. */
                tokenize_as?: string;
            };
            header?: {
                /** @description The session token of a native app. */
                "X-Session-Token"?: string;
                /** @description The cookies of a browser, as it sent them. */
                Cookie?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session, active and at a sufficient assurance level. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["session"];
                };
            };
            /** @description No active session belongs to the credentials. The id is `session_inactive`, or there is none. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            /** @description The session exists, but the person has to log in with more, at `redirect_browser_to`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            /** @description The question was wrong, such as an unknown `tokenize_as`, or Ory failed. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    disableMySession: {
        parameters: {
            query?: never;
            header?: {
                "X-Session-Token"?: string;
                Cookie?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getOidcUserInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["oidcUserInfo"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorOAuth2"];
                };
            };
        };
    };
    adminBatchVerifyApiKeys: {
        parameters: {
            query?: never;
            header?: {
                "Cache-Control"?: string;
                Pragma?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchVerifyApiKeysRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchVerifyApiKeysResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminDeriveToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeriveTokenRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeriveTokenResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminVerifyApiKey: {
        parameters: {
            query?: never;
            header?: {
                "Cache-Control"?: string;
                Pragma?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyApiKeyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifyApiKeyResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminListImportedApiKeys: {
        parameters: {
            query?: {
                page_size?: number;
                page_token?: string;
                filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListImportedApiKeysResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminImportApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportApiKeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedApiKey"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminGetImportedApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedApiKey"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminDeleteImportedApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminUpdateImportedApiKey: {
        parameters: {
            query?: {
                update_mask?: string;
            };
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["adminUpdateImportedApiKey_request"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportedApiKey"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminRevokeImportedApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdminRevokeImportedApiKeyBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminBatchCreateImportedApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BatchCreateImportedApiKeysRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchCreateImportedApiKeysResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminListIssuedApiKeys: {
        parameters: {
            query?: {
                page_size?: number;
                page_token?: string;
                filter?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListIssuedApiKeysResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminIssueApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IssueApiKeyRequest"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssueApiKeyResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminGetIssuedApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiKey"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminUpdateIssuedApiKey: {
        parameters: {
            query?: {
                update_mask?: string;
            };
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["adminUpdateIssuedApiKey_request"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedApiKey"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminRevokeIssuedApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdminRevokeIssuedApiKeyBody"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    adminRotateIssuedApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdminRotateIssuedApiKeyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotateIssuedApiKeyResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelfRevokeApiKeyRequest"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfRevokeApiKeyResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    getJwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GetJWKSResponse"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Status"];
                };
            };
        };
    };
    getVersion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["getVersion_200_response"];
                };
            };
        };
    };
    listWorkspaces: {
        parameters: {
            query?: {
                page_size?: number;
                page_token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["listWorkspaces"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["createWorkspaceBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["workspace"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    getWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["workspace"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    updateWorkspace: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["updateWorkspaceBody"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["workspace"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    listWorkspaceProjects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["listWorkspaceProjects"];
                };
            };
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    listWorkspaceApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["workspaceApiKeys"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    createWorkspaceApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["CreateWorkspaceApiKeyBody"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["workspaceApiKey"];
                };
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
    deleteWorkspaceApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                workspace: string;
                token_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["errorGeneric"];
                };
            };
        };
    };
}

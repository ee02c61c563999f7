/**
 * Signing in at an OpenID provider (OpenID Connect Core 1.0, authorization code flow with PKCE).
 * What the provider says of somebody names an account here; what the account may do is decided here
 * alone.
 */
package cn.lantai.server.security.openid;

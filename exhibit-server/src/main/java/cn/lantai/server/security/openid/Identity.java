package cn.lantai.server.security.openid;

import java.util.Optional;

/**
 * Somebody as the provider knows him.
 *
 * @param subject the issuer and what it calls him for ever, with a space between: the only thing by
 *     which an account may be recognized (OpenID Connect Core 1.0, 5.7)
 * @param name of the account that is his, if the provider is trusted to say so
 */
public record Identity(String subject, Optional<String> name) {}

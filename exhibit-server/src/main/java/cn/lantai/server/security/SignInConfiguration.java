package cn.lantai.server.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.security.enterprise.authentication.mechanism.http.CustomFormAuthenticationMechanismDefinition;
import jakarta.security.enterprise.authentication.mechanism.http.LoginToContinue;

/** Signing in is by our own form; {@link SignInResource} handles it. */
@CustomFormAuthenticationMechanismDefinition(
    loginToContinue =
        @LoginToContinue(loginPage = "/signin", useForwardToLogin = false, errorPage = ""))
@ApplicationScoped
public class SignInConfiguration {}

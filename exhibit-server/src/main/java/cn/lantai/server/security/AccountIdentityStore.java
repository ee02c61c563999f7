package cn.lantai.server.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.CallerOnlyCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/**
 * Tells Jakarta Security that somebody whom {@link SignInResource} has proved to be who he says is
 * to be signed in. No other credential is accepted.
 */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {

  @Inject Accounts accounts;

  /** Found by its signature, as {@link IdentityStore} has it. */
  public CredentialValidationResult validate(CallerOnlyCredential proved) {
    return accounts
        .find(proved.getCaller())
        .filter(account -> !account.disabled())
        .map(account -> new CredentialValidationResult(account.name()))
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }
}

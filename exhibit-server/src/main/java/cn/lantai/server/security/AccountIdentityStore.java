package cn.lantai.server.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStore;

/** Tells Jakarta Security who has which password. */
@ApplicationScoped
public class AccountIdentityStore implements IdentityStore {

  @Inject Accounts accounts;

  /** Found by its signature, as {@link IdentityStore} has it. */
  public CredentialValidationResult validate(UsernamePasswordCredential credential) {
    return accounts
        .verify(credential.getCaller(), credential.getPassword().getValue())
        .map(roles -> new CredentialValidationResult(credential.getCaller(), roles))
        .orElse(CredentialValidationResult.INVALID_RESULT);
  }
}

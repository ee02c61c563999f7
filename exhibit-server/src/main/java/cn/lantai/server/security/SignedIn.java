package cn.lantai.server.security;

import cn.lantai.journal.Journal;
import cn.lantai.server.audit.Actor;
import cn.lantai.server.rights.Places;
import cn.lantai.server.rights.Rights;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Optional;

/**
 * The account that a session stands for. It is read anew for each request: who is disabled, or
 * loses a role, is refused from the next one on.
 */
@ApplicationScoped
public class SignedIn {

  @Inject Sessions sessions;
  @Inject Accounts accounts;
  @Inject Tokens tokens;
  @Inject AccountSetup setup;
  @Inject Journal journal;

  /**
   * A session of an account that may not go on ends here.
   *
   * @param used whether the request keeps the session going
   */
  Optional<Account> account(HttpServletRequest request, boolean used) {
    Principal principal = request.getUserPrincipal();
    Optional<Account> account =
        Optional.ofNullable(principal)
            .filter(each -> sessions.goesOn(request, used))
            .flatMap(each -> accounts.find(each.getName()))
            .filter(each -> !each.disabled());
    if (account.isEmpty() && principal != null) {
      Sessions.end(request);
    }
    return account;
  }

  /**
   * For a servlet, which {@link RightsFilter} does not guard. Below {@code /api} a token does as
   * well.
   *
   * @return empty for who has not signed in, or has still to set up his account
   */
  public Optional<Person> person(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    Optional<String> token =
        request.getServletPath().startsWith("/api/")
            ? Tokens.shown(request.getHeader("Authorization"))
            : Optional.empty();
    if (token.isPresent()) {
      return tokens
          .bearer(token.get())
          .map(it -> new Person(Actor.token(it.account().name(), address), it.rights(journal)));
    }
    return account(request, true)
        .filter(each -> setup.missing(each).isEmpty())
        .map(
            each ->
                new Person(
                    Actor.account(each.name(), address),
                    new Rights(each.grants(), new Places(journal))));
  }

  /** Who asks, and what he may do. */
  public record Person(Actor actor, Rights rights) {}
}

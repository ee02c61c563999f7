package cn.lantai.server.site.view;

import cn.lantai.server.rights.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What everybody has of his own account.
 *
 * @param shortest how many characters a password must have
 * @param secondFactorNeeded whether nothing else can be done before it is set up
 * @param recoveryCodes how many are left
 * @param setup if a second factor is being set up
 * @param newCodes the recovery codes, which are shown this once
 * @param tokens for programs, newest first
 * @param offered what a new token can be good for; empty if the account may do nothing
 * @param days for how many days it can be
 * @param newToken its secret, which is shown this once
 * @param provider at which one can sign in, if there is one
 */
public record OwnAccountView(
    AccountCard card,
    int shortest,
    boolean secondFactorNeeded,
    List<Session> sessions,
    long recoveryCodes,
    Optional<Setup> setup,
    List<String> newCodes,
    List<Token> tokens,
    Set<Permission> offered,
    List<Integer> days,
    Optional<String> newToken,
    Optional<Provider> provider,
    Optional<Done> done,
    Optional<AccountFault> fault)
    implements PageView {

  public OwnAccountView {
    sessions = List.copyOf(sessions);
    newCodes = List.copyOf(newCodes);
    tokens = List.copyOf(tokens);
    days = List.copyOf(days);
  }

  /** What was done. */
  public enum Done {
    PASSWORD,
    SECOND_FACTOR_ENDED,
    SESSIONS_ENDED,
    TOKEN_REVOKED,
    CONNECTED,
    DISCONNECTED
  }

  /**
   * An OpenID provider.
   *
   * @param connected whether the account is connected with it
   * @param ready whether the way there is open, the password having been given
   */
  public record Provider(String label, boolean connected, boolean ready) {}

  /**
   * @param ended whether it is good for nothing any more
   * @param usedOn the last day on which it was used
   */
  public record Token(
      long id,
      String label,
      Set<Permission> permissions,
      Instant madeAt,
      Instant endsAt,
      boolean ended,
      Optional<LocalDate> usedOn) {}

  /**
   * @param own whether it is that of this very page
   */
  public record Session(
      String handle, Instant since, Instant last, String address, String browser, boolean own) {}

  /**
   * @param secret to be typed where the picture cannot be read
   * @param modules the side of the picture, in its squares
   * @param path the dark squares, as an SVG path in these units
   */
  public record Setup(String secret, int modules, String path) {}

  @Override
  public String template() {
    return "own-account";
  }
}

package cn.lantai.server.site.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What everybody has of his own account.
 *
 * @param shortest how many characters a password must have
 * @param recoveryCodes how many are left
 * @param setup if a second factor is being set up
 * @param newCodes the recovery codes, which are shown this once
 */
public record OwnAccountView(
    AccountCard card,
    int shortest,
    List<Session> sessions,
    long recoveryCodes,
    Optional<Setup> setup,
    List<String> newCodes,
    Optional<Done> done,
    Optional<AccountFault> fault)
    implements PageView {

  public OwnAccountView {
    sessions = List.copyOf(sessions);
    newCodes = List.copyOf(newCodes);
  }

  /** What was done. */
  public enum Done {
    PASSWORD,
    SECOND_FACTOR_ENDED,
    SESSIONS_ENDED
  }

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

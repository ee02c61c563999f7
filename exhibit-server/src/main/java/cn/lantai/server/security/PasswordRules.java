package cn.lantai.server.security;

import cn.lantai.server.security.AccountRefusedException.Reason;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which passwords may be chosen: by NIST SP 800-63B, section 5.1.1.2, long ones of any characters
 * that are not commonly used, and nothing else; no mixture of kinds of characters is asked for, and
 * no change after a while.
 */
@ApplicationScoped
public class PasswordRules {

  static final int SHORTEST = 12;

  /** What is hashed has to have an end. */
  static final int LONGEST = 128;

  /** What is guessed within ten million attempts is a common password, or made of one. */
  private static final double GUESSES = 1e7;

  private final Zxcvbn lists = new Zxcvbn();

  /** What is to be said against the password; its characters count as they are typed. */
  Optional<Reason> objection(String password, String account, String person) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(Reason.SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Reason.LONG);
    }
    String plain = plain(password);
    if (plain.contains(plain(account)) && account.length() * 2 >= length) {
      return Optional.of(Reason.LIKE_NAME);
    }
    Strength strength = lists.measure(password, List.of(account, person, "lantai", "兰台", "档案"));
    return strength.getGuesses() < GUESSES ? Optional.of(Reason.COMMON) : Optional.empty();
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}

package cn.lantai.opening.rule;

import cn.lantai.entity.LocalizedText;
import cn.lantai.opening.Finding;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.Passage;
import cn.lantai.opening.RecordText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identity-card numbers: eighteen digits whose last one is the check digit of GB 11643-1999 (ISO
 * 7064, MOD 11-2), and the fifteen digits of older cards, which have none. Both must begin with the
 * code of a province and name a day.
 */
public final class IdentityCardRule implements Rule {

  private static final String NAME = "identity-card";
  private static final LocalizedText REASON =
      LocalizedText.of("居民身份证号码，属个人信息", "An identity-card number, which is personal");
  private static final int WEIGHT = 5;
  private static final Pattern NUMBER = Digits.pattern("[1-9]\\d{14}(?:\\d{2}[0-9Xx])?");

  /** The first two digits of GB/T 2260. */
  private static final Set<Integer> PROVINCES =
      Set.of(
          11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50,
          51, 52, 53, 54, 61, 62, 63, 64, 65, 71, 81, 82, 83);

  private static final int[] FACTORS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECKS = "10X98765432";
  private static final int OLDEST = 1850;

  @Override
  public List<Finding> findings(RecordText text) {
    List<Finding> findings = new ArrayList<>();
    for (Passage passage : text.passages()) {
      Matcher numbers = NUMBER.matcher(Digits.narrow(passage.text()));
      while (numbers.find()) {
        if (isValid(numbers.group())) {
          Finding.Spot spot = Finding.Spot.of(passage, numbers.start(), numbers.end());
          findings.add(Finding.at(spot, NAME, REASON, Outcome.CONTROL, WEIGHT));
        }
      }
    }
    return findings;
  }

  static boolean isValid(String number) {
    if (!PROVINCES.contains(Integer.parseInt(number.substring(0, 2)))) {
      return false;
    }
    return number.length() == 18
        ? isDay(number.substring(6, 14))
            && check(number) == Character.toUpperCase(number.charAt(17))
        : isDay("19" + number.substring(6, 12));
  }

  private static boolean isDay(String digits) {
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(digits.substring(0, 4)),
              Integer.parseInt(digits.substring(4, 6)),
              Integer.parseInt(digits.substring(6, 8)));
      return day.getYear() >= OLDEST && !day.isAfter(LocalDate.now(java.time.ZoneOffset.UTC));
    } catch (DateTimeException none) {
      return false;
    }
  }

  private static char check(String number) {
    int sum = 0;
    for (int i = 0; i < FACTORS.length; i++) {
      sum += FACTORS[i] * (number.charAt(i) - '0');
    }
    return CHECKS.charAt(sum % CHECKS.length());
  }
}

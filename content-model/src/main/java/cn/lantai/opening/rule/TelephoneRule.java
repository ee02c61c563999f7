package cn.lantai.opening.rule;

import cn.lantai.entity.LocalizedText;
import cn.lantai.opening.Finding;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.Passage;
import cn.lantai.opening.RecordText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telephone numbers: of mobiles; of land lines with an area code and something between the two; and
 * any number behind the word for a telephone, for older ones are short.
 */
public final class TelephoneRule implements Rule {

  private static final String NAME = "telephone";
  private static final LocalizedText REASON =
      LocalizedText.of("电话号码，属个人信息", "A telephone number, which may be personal");
  private static final int WEIGHT = 2;

  private static final Pattern NUMBER =
      Pattern.compile(
          Digits.START
              + "(?:(?:\\+?86[- ]?)?1[3-9]\\d[- ]?\\d{4}[- ]?\\d{4}"
              + "|\\(?0(?:10|2[0-57-9]|[3-9]\\d\\d)(?:\\)[- ]?|[- ])[2-9]\\d{2,3}[- ]?\\d{4}"
              + "|(?<=(?:电话|電話|手机|手機|传真|傳真)(?:号码|號碼|号|號)?[:为為是 ]{0,2})\\d{3,8}(?![年月日个個]))"
              + Digits.END);

  @Override
  public List<Finding> findings(RecordText text) {
    List<Finding> findings = new ArrayList<>();
    for (Passage passage : text.passages()) {
      Matcher numbers = NUMBER.matcher(Digits.narrow(passage.text()));
      while (numbers.find()) {
        Finding.Spot spot = Finding.Spot.of(passage, numbers.start(), numbers.end());
        findings.add(Finding.at(spot, NAME, REASON, Outcome.CONTROL, WEIGHT));
      }
    }
    return findings;
  }
}

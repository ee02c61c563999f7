package cn.lantai.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.archive.Elements;
import cn.lantai.ontology.Choice;
import cn.lantai.ontology.DescriptionProfile;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicenceTest {

  private static final String BY = "http://creativecommons.org/licenses/by/4.0/";

  @ParameterizedTest
  @CsvSource({
    "见 https://creativecommons.org/licenses/by/4.0/deed.zh-hans 。," + BY,
    "http://rightsstatements.org/vocab/NoC-US/1.0/,http://rightsstatements.org/vocab/NoC-US/1.0/",
    "https://rightsstatements.org/page/InC/1.0/?language=en,http://rightsstatements.org/vocab/InC/1.0/",
    "https://creativecommons.org/publicdomain/mark/1.0.,"
        + "http://creativecommons.org/publicdomain/mark/1.0/",
    "https://www.creativecommons.org/licenses/by/4.0," + BY,
    "https://creativecommons.org/licenses/by/4.0/legalcode.zh-hans," + BY,
    "https://creativecommons.org/licenses/by/3.0/cn/,http://creativecommons.org/licenses/by/3.0/cn/",
    "https://creativecommons.org/licenses/,",
    "按 CC BY-NC-SA 3.0 使用,http://creativecommons.org/licenses/by-nc-sa/3.0/",
    "以 CC0 发布,http://creativecommons.org/publicdomain/zero/1.0/",
    "复制须经许可,",
    "http://evil.example/creativecommons.org,"
  })
  void isFoundInTheConditionsOfUse(String text, String address) {
    assertEquals(Optional.ofNullable(address), Licence.in(text));
  }

  @Test
  void whatWasChosenCountsMoreThanWhatTheConditionsName() {
    Elements both =
        Elements.NONE.with("licence", "cc-by-4-0").with("use-note", "也可按 CC BY-SA 4.0 使用");
    assertEquals(Optional.of(BY), Licence.said(both).flatMap(Licence::address));
  }

  @Test
  void conditionsThatNameNoLicenceStandAgainstWhatIsSaidAbove() {
    assertEquals(
        Optional.of(new Licence(Optional.empty())),
        Licence.said(Elements.NONE.with("use-note", "复制须经捐赠人许可")));
    assertEquals(Optional.empty(), Licence.said(Elements.NONE), "nothing said");
  }

  @Test
  void everyChoiceIsOneThatManifestsCanName() {
    for (Choice choice : DescriptionProfile.get().element("licence").choices()) {
      String address = choice.match().orElseThrow();
      assertEquals(Optional.of(address), Licence.in(address), choice.slug());
      assertTrue(choice.isCalled(address), "tables may have the address");
    }
  }
}

package cn.lantai.opening.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.agent.Agent;
import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.evidence.Evidence;
import cn.lantai.opening.Finding;
import cn.lantai.opening.Opinion;
import cn.lantai.opening.Outcome;
import cn.lantai.opening.Proposal;
import cn.lantai.opening.Samples;
import cn.lantai.opening.WordList;
import cn.lantai.search.NameInText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

  private static final EntityIri ZHOU = new EntityIri(EntityType.PERSON, "zhou");

  @ParameterizedTest
  @CsvSource({
    "身份证号11010519491231002X。,11010519491231002X",
    "身份证：11010519491231002x,11010519491231002x",
    "公民１１０１０５１９４９１２３１００２Ｘ号,１１０１０５１９４９１２３１００２Ｘ",
    "（440524188001010014）,440524188001010014",
    "旧证 110105491231002 一枚,110105491231002",
  })
  void identityCardsAreSeenInAnyWidth(String text, String number) {
    assertEquals(List.of(number), words(new IdentityCardRule(), text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "110105194912310021 的校验码不对",
        "990105194912310020 没有这个省",
        "110105194913310020 没有这个月",
        "档号 X001-110105491231002",
        "档号 110105491231002-0005",
        "流水 3110105491231002",
        "110105491331002 没有这个月",
        "1949—1978 年 1100 户"
      })
  void otherRunsOfDigitsAreNoIdentityCards(String text) {
    assertEquals(List.of(), words(new IdentityCardRule(), text));
  }

  @ParameterizedTest
  @CsvSource({
    "联系人王某 13857112345,13857112345",
    "手机：138 5711 2345。,138 5711 2345",
    "+86 138-5711-2345 可洽,+86 138-5711-2345",
    "１３８５７１１２３４５,１３８５７１１２３４５",
    "办公室 0571-87654321 转,0571-87654321",
    "（010）65321234 值班,（010）65321234",
    "(0573)3852123,(0573)3852123",
    "上海 021—62345678,021—62345678",
    "电话 2345 号,2345",
    "電話號碼：38521,38521",
  })
  void telephonesAreSeen(String text, String number) {
    assertEquals(List.of(number), words(new TelephoneRule(), text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1949-1958 年的卷宗",
        "1937.7.7—1945.9.3",
        "档号 0571-1958-0012",
        "X001-WS·1958·Y-0012",
        "浙档〔1998〕13857112345678 号",
        "共 12345678901 元",
        "0011-87654321",
        "电话会议纪要 1998 年",
        "电话 3 部",
        "12857112345"
      })
  void yearsCodesAndSumsAreNoTelephones(String text) {
    assertEquals(List.of(), words(new TelephoneRule(), text));
  }

  @Test
  void wordsOfAListAreSeenInTraditionalFormsAndWidths() {
    WordListRule rule = new WordListRule(list(WordList.Kind.WORDS, "信访", "宗教", "AB团"));
    assertEquals(List.of("宗教", "信訪", "ＡＢ團"), words(rule, "宗教界來信，為信訪事；所謂ＡＢ團"));
    assertEquals(List.of(), words(rule, "宗族教育"));
  }

  @Test
  void aFormIsMeantAsAWhole() {
    WordListRule rule = new WordListRule(list(WordList.Kind.FORMS, "简报", "情況反映"));
    assertEquals(1, form(rule, "简报"));
    assertEquals(1, form(rule, "情况反映"), "folded like all else");
    assertEquals(0, form(rule, "工作简报"));
    assertEquals(0, rule.findings(Samples.text("一份简报")).size(), "not in the text");
  }

  @Test
  void whoMayBeAliveIsSeenWhereHeIsNamedAndWhereHeIsLinked() {
    List<Finding> linked =
        living(Optional.of("1931"), Optional.empty())
            .findings(Samples.text("无名", Set.of(ZHOU), Optional.empty()));
    assertEquals(1, linked.size());
    assertEquals(Optional.of(ZHOU), linked.get(0).link());
    assertEquals(OptionalInt.of(2031), linked.get(0).until());
    assertEquals(List.of("周砚秋"), words(living(Optional.empty(), Optional.empty()), "教员周砚秋来函"));
    assertEquals(List.of(), words(living(Optional.of("1926"), Optional.empty()), "教员周砚秋来函"));
    assertEquals(
        List.of("周砚秋"),
        words(living(Optional.of("1920/1927"), Optional.empty()), "教员周砚秋来函"),
        "by the last year that it can mean");
    assertEquals(List.of(), words(living(Optional.of("1931"), Optional.of("1998")), "教员周砚秋来函"));
    assertEquals(
        List.of(),
        words(living(Optional.empty(), Optional.of("XXXX")), "教员周砚秋来函"),
        "dead, whenever it was");
  }

  @Test
  void theHeavierOutcomeIsProposedAndTheMoreCarefulOneOfEquals() {
    Finding card = finding(Outcome.CONTROL, 5, OptionalInt.empty());
    Finding person = finding(Outcome.EXTEND, 3, OptionalInt.of(2031));
    assertEquals(Outcome.OPEN, propose(List.of()));
    assertEquals(Outcome.EXTEND, propose(List.of(person)));
    assertEquals(Outcome.CONTROL, propose(List.of(person, card)));
    assertEquals(
        Outcome.CONTROL,
        propose(List.of(person, finding(Outcome.CONTROL, 3, OptionalInt.empty()))));
    assertEquals(OptionalInt.of(2031), Proposal.of(List.of(person), Optional.empty()).until());
  }

  @Test
  void theModelNeverOpensWhatARuleHasSeenAndCountsOnlyWhereItIsSure() {
    Finding card = finding(Outcome.CONTROL, 5, OptionalInt.empty());
    Opinion open = new Opinion(Map.of(Outcome.OPEN, 0.99), List.of(), 90);
    assertEquals(Outcome.CONTROL, Proposal.of(List.of(card), Optional.of(open)).outcome());
    Opinion unsure = new Opinion(Map.of(Outcome.CONTROL, 0.5, Outcome.OPEN, 0.4), List.of(), 90);
    assertEquals(Outcome.OPEN, Proposal.of(List.of(), Optional.of(unsure)).outcome());
    Opinion sure = new Opinion(Map.of(Outcome.CONTROL, 0.9), List.of(card), 90);
    Proposal proposal = Proposal.of(List.of(), Optional.of(sure));
    assertEquals(Outcome.CONTROL, proposal.outcome());
    assertEquals(List.of(card), proposal.findings());
  }

  private static Outcome propose(List<Finding> findings) {
    return Proposal.of(findings, Optional.empty()).outcome();
  }

  private static Finding finding(Outcome towards, int weight, OptionalInt until) {
    return new Finding(
        "x", LocalizedText.of("x"), towards, weight, until, Optional.empty(), Optional.empty());
  }

  private static int form(WordListRule rule, String form) {
    return rule.findings(Samples.text("x", Set.of(), Optional.of(form))).size();
  }

  private static WordList list(WordList.Kind kind, String... words) {
    return new WordList(1, "o1", kind, "隐私", Outcome.CONTROL, List.of(words));
  }

  private static LivingPersonRule living(Optional<String> born, Optional<String> died) {
    Agent zhou =
        new Agent(
            ZHOU,
            LocalizedText.of("周砚秋"),
            List.of(),
            Optional.empty(),
            born.map(RulesTest::date),
            Optional.empty(),
            died.map(RulesTest::date),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Evidence.NONE);
    return new LivingPersonRule(
        (text, types) -> {
          int at = text.indexOf("周砚秋");
          return at < 0 ? List.of() : List.of(new NameInText(ZHOU, at, at + 3));
        },
        person -> Optional.of(zhou),
        2026);
  }

  private static HistoricalDate date(String edtf) {
    return HistoricalDate.of(EdtfDate.parse(edtf));
  }

  private static List<String> words(Rule rule, String text) {
    return rule.findings(Samples.text(text)).stream()
        .map(finding -> finding.spot().orElseThrow().words())
        .toList();
  }
}

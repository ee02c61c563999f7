package cn.lantai.bench;

import cn.lantai.date.ChineseDatePrinter;
import cn.lantai.date.EdtfDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Names, titles, summaries and dates as catalogues of the time have them, made up by a grammar. */
final class Wording {

  private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余";
  private static final String GIVEN =
      "文明国华建德志光荣成永春秋山川江海云龙凤梅兰竹菊正义仁和平安定邦家兴盛世昌达远宏伟俊杰英才学思敏慧静淑贞洁如玉金银宝珍珠翠碧青松柏";
  private static final String PLACES = "安宁永清南北东西长兴德化临新石白黄青龙凤金银云海江河湖溪桥塘湾浦岭山峰";
  private static final String PLACE_ENDS = "县镇乡村集城港寨坪渡";

  private static final List<String> BODIES =
      List.of("县委", "区委", "县苏维埃政府", "农会", "商会", "教育局", "游击队", "独立团", "兵工厂", "印刷所", "合作社", "小学校");
  private static final List<String> ABOUT =
      List.of(
          "春耕生产", "夏粮征收", "秋收", "冬学", "扩红", "减租减息", "军粮运输", "伤员转运", "情报联络", "选举", "整顿纪律", "慰劳前线",
          "缉私", "修筑公路", "疏浚河道", "开办夜校", "印刷教材", "清查田亩", "救济难民", "防疫");
  private static final List<String> FORMS =
      List.of("报告", "命令", "布告", "书信", "通知", "批复", "会议记录", "统计表", "电报", "名册", "收据", "日记");
  private static final List<String> VERBS =
      List.of("关于", "为", "就", "令饬", "呈报", "转发", "汇报", "请示", "答复");
  private static final List<String> SENTENCES =
      List.of(
          "列出应办各项，按期具报。",
          "附名单一纸，计若干人。",
          "说明经费来源与用途，请予核销。",
          "末署日期，钤印一方。",
          "纸张略有破损，字迹尚清。",
          "提及前函未收到，请再寄。",
          "所述数目与前报不符，注明待查。",
          "要求各地派员到会，自带口粮。",
          "记当日行程与沿途见闻。",
          "有铅笔批注数处，笔迹不同。");
  private static final List<String> EXTENTS =
      List.of("1件1页", "1件2页", "1册12页", "1封3页", "1张", "1册56页");

  private final Random random;

  Wording(Random random) {
    this.random = random;
  }

  static String extent(int number) {
    return EXTENTS.get(number % EXTENTS.size());
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String character(String of) {
    int at = random.nextInt(of.length());
    return of.substring(at, at + 1);
  }

  String person() {
    return character(SURNAMES) + character(GIVEN) + (random.nextInt(4) > 0 ? character(GIVEN) : "");
  }

  String place() {
    return character(PLACES) + character(PLACES) + character(PLACE_ENDS);
  }

  String body(String place) {
    return place + one(BODIES);
  }

  String form() {
    return one(FORMS);
  }

  String matter() {
    return one(ABOUT);
  }

  String title(String body, String form) {
    return body + one(VERBS) + matter() + (random.nextBoolean() ? "与" + matter() : "") + "的" + form;
  }

  String summary(String person, String place) {
    StringBuilder text = new StringBuilder(person + "在" + place + "办理" + matter() + "。");
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      text.append(one(SENTENCES));
    }
    return text.toString();
  }

  Dated date() {
    LocalDate day = LocalDate.of(1912, 1, 1).plusDays(random.nextInt(37 * 365));
    String month = day.toString().substring(0, 7);
    return switch (random.nextInt(8)) {
      case 0 -> new Dated("", day.toString());
      case 1 -> new Dated("", month);
      case 2 -> new Dated("约" + day.getYear() + "年", day.getYear() + "~");
      case 3 -> new Dated(day.getYear() + "年" + day.getMonthValue() + "月", month);
      case 4 -> new Dated("", day.getYear() + "/" + (day.getYear() + 2));
      case 5 -> new Dated(lunar(day), "");
      default -> new Dated(republic(day), "");
    };
  }

  private static String republic(LocalDate day) {
    return ChineseDatePrinter.republic(EdtfDate.parse(day.toString())).orElseThrow();
  }

  private static String lunar(LocalDate day) {
    Optional<String> lunar = ChineseDatePrinter.lunar(EdtfDate.parse(day.toString()));
    return lunar.orElseGet(() -> republic(day));
  }

  /**
   * @param written as the document has it; may be empty
   * @param edtf may be empty if the wording says it all
   */
  record Dated(String written, String edtf) {}
}

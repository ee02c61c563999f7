package cn.lantai.date;

import java.util.List;
import java.util.OptionalInt;

/**
 * How telegrams named days and months: the day by a rhyme of the rhyme books (韵目代日), the month by a
 * branch (地支代月). 月 and 未 also name days 6 and 5, but are never read so, since they name a month.
 */
final class TelegraphDay {

  private static final List<String> RHYMES =
      List.of(
          "东先董送屋", "冬萧肿宋沃", "江肴讲绛觉", "支豪纸寘质", "微歌尾物", "鱼麻语御", "虞阳麌遇曷", "齐庚荠霁黠", "佳青蟹泰屑", "灰蒸贿卦药",
          "真尤轸队陌", "文侵吻震锡", "元覃阮问职", "寒盐旱愿缉", "删咸潸翰合", "铣谏叶", "筱霰洽篠", "巧啸", "皓效", "哿号", "马个", "养祃",
          "梗漾", "迥敬", "有径", "寝宥", "感沁", "俭勘", "豏艳", "陷卅", "世引");

  /** All rhymes, as a class of a regular expression holds them. */
  static final String ALL = String.join("", RHYMES);

  private TelegraphDay() {}

  static OptionalInt day(String rhyme) {
    for (int i = 0; i < RHYMES.size(); i++) {
      if (RHYMES.get(i).contains(rhyme)) {
        return OptionalInt.of(i + 1);
      }
    }
    return OptionalInt.empty();
  }

  /** 子 is January. */
  static int month(String branch) {
    return StemBranch.BRANCHES.indexOf(branch) + 1;
  }
}

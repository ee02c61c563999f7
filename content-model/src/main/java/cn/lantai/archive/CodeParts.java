package cn.lantai.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a reference code by DA/T 13-2022 and DA/T 22-2015, with 目录号 of DA/T 13-1994. What
 * the form of the code alone does not tell is left out: a single number behind a series may be that
 * of a file or of an item.
 *
 * @param fonds 全宗号
 * @param category 档案门类代码, the series number of the first level, such as WS
 * @param series 二级, 三级 and 四级类别号 or 项目号
 * @param year 年度
 * @param retention 保管期限代码, Y or D with the number of years
 * @param office 机构（问题）代码
 * @param catalogue 目录号
 * @param file 案卷号, 组号 or 册号
 * @param item 件号, or 页号 where pages are counted in its place
 */
public record CodeParts(
    Optional<String> fonds,
    Optional<String> category,
    List<String> series,
    Optional<String> year,
    Optional<String> retention,
    Optional<String> office,
    Optional<String> catalogue,
    Optional<String> file,
    Optional<String> item) {

  private static final Pattern FONDS = Pattern.compile("[A-Z]{0,2}\\d{1,4}");
  private static final Pattern CATEGORY = Pattern.compile("[A-Z]{2}");
  private static final Pattern YEAR = Pattern.compile("1[6-9]\\d\\d|20\\d\\d");
  private static final Pattern RETENTION = Pattern.compile("Y|D\\d{1,3}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  public CodeParts {
    series = List.copyOf(series);
  }

  static CodeParts of(String code) {
    Deque<String> parts = new ArrayDeque<>(Arrays.asList(code.split("-")));
    if (!FONDS.matcher(parts.peek()).matches()) {
      return new Builder().build();
    }
    Builder found = new Builder();
    found.fonds = parts.poll();
    if (!parts.isEmpty() && CATEGORY.matcher(parts.peek().split("·")[0]).matches()) {
      found.readSeries(parts.poll());
      found.readArrangement(parts);
      found.readNumbers(parts);
    } else if (parts.size() == 3 && areNumbers(parts)) {
      found.catalogue = parts.poll();
      found.readNumbers(parts);
    }
    return found.build();
  }

  private static boolean areNumbers(Deque<String> parts) {
    return parts.stream().allMatch(part -> NUMBER.matcher(part).matches());
  }

  private static final class Builder {

    private String fonds;
    private String category;
    private final List<String> series = new ArrayList<>();
    private String year;
    private String retention;
    private String office;
    private String catalogue;
    private String file;
    private String item;

    private void readSeries(String number) {
      for (String part : number.split("·")) {
        if (category == null) {
          category = part;
        } else if (year == null && YEAR.matcher(part).matches()) {
          year = part;
        } else if (retention == null && RETENTION.matcher(part).matches()) {
          retention = part;
        } else if (year != null && retention != null && office == null) {
          office = part;
        } else {
          series.add(part);
        }
      }
    }

    /** DA/T 22-2015 joins retention and office by hyphens: X001-WS·2019-Y-003-0001. */
    private void readArrangement(Deque<String> parts) {
      if (year != null
          && retention == null
          && parts.size() > 1
          && RETENTION.matcher(parts.peek()).matches()) {
        retention = parts.poll();
        if (parts.size() > 1) {
          office = parts.poll();
        }
      }
    }

    private void readNumbers(Deque<String> parts) {
      if (!areNumbers(parts)) {
        return;
      }
      if (parts.size() == 2) {
        file = parts.poll();
        item = parts.poll();
      } else if (parts.size() == 1 && year != null && retention != null) {
        item = parts.poll();
      }
    }

    private CodeParts build() {
      return new CodeParts(
          Optional.ofNullable(fonds),
          Optional.ofNullable(category),
          series,
          Optional.ofNullable(year),
          Optional.ofNullable(retention),
          Optional.ofNullable(office),
          Optional.ofNullable(catalogue),
          Optional.ofNullable(file),
          Optional.ofNullable(item));
    }
  }
}

package cn.lantai.samples;

import cn.lantai.samples.kind.PageSpec;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Joins the tables: what the catalogue says of each image, and how it is to be drawn. */
final class Drawings {
  private Drawings() {}

  /** One for each page of a record in the image table, in its order; covers are kept as files. */
  static List<PageSpec> read(Path module) throws IOException {
    Map<String, CSVRecord> drawings = new TreeMap<>();
    for (CSVRecord row : rows(module.resolve("src/main/drawing/pages.csv"))) {
      drawings.put(row.get("图像"), row);
    }
    List<String> madeUp = new ArrayList<>();
    for (CSVRecord row : rows(module.resolve("src/main/catalogue/records.csv"))) {
      if (row.get("性质").equals("示例")) {
        madeUp.add(row.get("键"));
      }
    }
    List<PageSpec> specs = new ArrayList<>();
    for (CSVRecord row : rows(module.resolve("src/main/catalogue/images.csv"))) {
      if (row.get("记录").isEmpty()) {
        continue;
      }
      String key = row.get("图像").replace(".jpg", "");
      CSVRecord drawing = drawings.get(key);
      if (drawing == null) {
        throw new IllegalArgumentException(key + " is in images.csv but not in drawing/pages.csv");
      }
      String text = drawing.get("画字").isEmpty() ? row.get("录文") : drawing.get("画字");
      specs.add(
          new PageSpec(
              key,
              drawing.get("画法"),
              Long.parseLong(drawing.get("种子")),
              text.isEmpty() ? List.of() : List.of(text.split("\\|", -1)),
              row.get("书写方向").equals("竖排"),
              madeUp.contains(row.get("记录")),
              options(drawing.get("参数"))));
    }
    return specs;
  }

  /** The keys of all records. */
  static Set<String> records(Path module) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (CSVRecord row : rows(module.resolve("src/main/catalogue/records.csv"))) {
      keys.add(row.get("键"));
    }
    return keys;
  }

  private static Map<String, String> options(String text) {
    Map<String, String> options = new LinkedHashMap<>();
    for (String option : text.split(";", -1)) {
      if (!option.isBlank()) {
        int is = option.indexOf('=');
        options.put(
            is < 0 ? option.trim() : option.substring(0, is).trim(),
            is < 0 ? "" : option.substring(is + 1).trim());
      }
    }
    return options;
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
    try (Reader in = Files.newBufferedReader(file);
        CSVParser parser = CSVParser.parse(in, format)) {
      return parser.getRecords();
    }
  }
}

package cn.lantai.server.api;

import cn.lantai.entity.LocalizedText;
import cn.lantai.server.imports.ImportProblems;
import cn.lantai.server.imports.IngestJob;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The options by which an import is repeated; whatever is not one of them is passed over. */
final class RunBody {

  private RunBody() {}

  /** Only those that are said. Nothing is imported for good because of a slip of the pen. */
  static Map<String, String> read(JsonObject asked) {
    Map<String, String> options = new HashMap<>();
    for (String name : List.of(IngestJob.DRY_RUN, IngestJob.PUBLISH)) {
      if (asked.containsKey(name)) {
        options.put(name, truth(name, asked.get(name)));
      }
    }
    for (String name : List.of(IngestJob.MAPPING, IngestJob.ENCODING)) {
      if (asked.containsKey(name)) {
        options.put(name, text(name, asked.get(name)));
      }
    }
    return options;
  }

  private static String truth(String name, JsonValue value) {
    if (value.equals(JsonValue.TRUE) || value.equals(JsonValue.FALSE)) {
      return value.toString();
    }
    throw ImportProblems.option(
        name, LocalizedText.of(name + " 是 true 或 false。", name + " is true or false."));
  }

  private static String text(String name, JsonValue value) {
    if (value instanceof JsonString text) {
      return text.getString();
    }
    throw ImportProblems.option(
        name, LocalizedText.of(name + " 是文字；空的表示不用。", name + " is a text; an empty one is none."));
  }
}

package cn.lantai.server.sparql;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a query string or a form, read strictly: what is not UTF-8 is refused, where
 * the runtime would put replacement characters into the query.
 */
final class FormParameters {

  private final Map<String, List<String>> values = new LinkedHashMap<>();

  /**
   * @param encoded {@code application/x-www-form-urlencoded}; null counts as empty
   */
  FormParameters(String encoded) {
    if (encoded == null || encoded.isEmpty()) {
      return;
    }
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        values.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
      }
    }
  }

  boolean has(String name) {
    return values.containsKey(name);
  }

  /** The value of a parameter that may be given once at most. */
  Optional<String> one(String name) {
    List<String> all = values.getOrDefault(name, List.of());
    if (all.size() > 1) {
      throw Refusals.badRequest("参数 " + name + " 只能出现一次。", "Give " + name + " once only.");
    }
    return all.stream().findFirst();
  }

  /** Text from UTF-8; anything else is refused. */
  static String text(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw notUtf8();
    }
  }

  private static String decode(String encoded) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(encoded.length());
    byte[] raw = encoded.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '+') {
        bytes.write(' ');
      } else if (raw[i] == '%') {
        bytes.write(octet(raw, i + 1));
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    return text(bytes.toByteArray());
  }

  private static int octet(byte[] raw, int at) {
    int high = at + 1 < raw.length ? Character.digit(raw[at], 16) : -1;
    int low = at + 1 < raw.length ? Character.digit(raw[at + 1], 16) : -1;
    if (high < 0 || low < 0) {
      throw Refusals.badRequest("百分号编码有误。", "A '%' must be followed by two hexadecimal digits.");
    }
    return high << 4 | low;
  }

  private static RuntimeException notUtf8() {
    return Refusals.badRequest("查询必须是 UTF-8 编码。", "A query must be encoded in UTF-8.");
  }
}

package cn.lantai.server.launcher.remote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A value that was read from JSON (RFC 8259). What is not there is empty, never null. */
final class Json {

  private static final Json NOTHING = new Json(Map.of());

  /** A {@code Map}, a {@code List}, a {@code String}, a {@code BigDecimal} or a {@code Boolean}. */
  private final Object value;

  private Json(Object value) {
    this.value = value;
  }

  /**
   * @throws IllegalArgumentException if it is no JSON
   */
  static Json parse(String text) {
    Parser parser = new Parser(text);
    Json read = parser.value(0);
    parser.end();
    return read;
  }

  /** As a string of JSON. */
  static String quote(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
              } else if (c < 0x20) {
                quoted.append("\\u%04x".formatted(c));
              } else {
                quoted.append((char) c);
              }
            });
    return quoted.append('"').toString();
  }

  /** A member of an object. */
  Json at(String name) {
    return value instanceof Map<?, ?> members && members.get(name) instanceof Json member
        ? member
        : NOTHING;
  }

  boolean has(String name) {
    return value instanceof Map<?, ?> members && members.containsKey(name);
  }

  /** Its text, or that of a number; empty for anything else. */
  String text() {
    return value instanceof String text
        ? text
        : value instanceof BigDecimal number ? number.toPlainString() : "";
  }

  String text(String name) {
    return at(name).text();
  }

  /** 0 if it is no number. */
  long number(String name) {
    return at(name).value instanceof BigDecimal number ? number.longValue() : 0;
  }

  boolean isTrue(String name) {
    return Boolean.TRUE.equals(at(name).value);
  }

  /** The items of an array; none of anything else. */
  List<Json> list(String name) {
    return at(name).value instanceof List<?> items
        ? items.stream().map(Json.class::cast).toList()
        : List.of();
  }

  private static final class Parser {

    private static final int DEEPEST = 100;
    private static final int LONGEST_NUMBER = 40;

    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    Json value(int depth) {
      if (depth > DEEPEST) {
        throw broken();
      }
      return switch (next()) {
        case '{' -> new Json(object(depth));
        case '[' -> new Json(array(depth));
        case '"' -> new Json(string());
        case 't' -> word("true", Boolean.TRUE);
        case 'f' -> word("false", Boolean.FALSE);
        case 'n' -> word("null", Map.of());
        default -> new Json(number());
      };
    }

    void end() {
      while (at < text.length()) {
        if (" \t\r\n".indexOf(text.charAt(at++)) < 0) {
          throw broken();
        }
      }
    }

    private Map<String, Json> object(int depth) {
      Map<String, Json> members = new LinkedHashMap<>();
      at++;
      if (next() == '}') {
        at++;
        return members;
      }
      while (true) {
        if (next() != '"') {
          throw broken();
        }
        String name = string();
        take(':');
        members.put(name, value(depth + 1));
        if (next() == '}') {
          at++;
          return members;
        }
        take(',');
      }
    }

    private List<Json> array(int depth) {
      List<Json> items = new ArrayList<>();
      at++;
      if (next() == ']') {
        at++;
        return items;
      }
      while (true) {
        items.add(value(depth + 1));
        if (next() == ']') {
          at++;
          return items;
        }
        take(',');
      }
    }

    private String string() {
      StringBuilder read = new StringBuilder();
      for (at++; at < text.length(); at++) {
        char c = text.charAt(at);
        if (c == '"') {
          at++;
          return read.toString();
        }
        read.append(c == '\\' ? escape() : c);
      }
      throw broken();
    }

    private char escape() {
      if (++at >= text.length()) {
        throw broken();
      }
      char c = text.charAt(at);
      return switch (c) {
        case '"', '\\', '/' -> c;
        case 'b' -> '\b';
        case 'f' -> '\f';
        case 'n' -> '\n';
        case 'r' -> '\r';
        case 't' -> '\t';
        case 'u' -> {
          if (at + 4 >= text.length()) {
            throw broken();
          }
          String code = text.substring(at + 1, at + 5);
          at += 4;
          if (!code.matches("[0-9A-Fa-f]{4}")) {
            throw broken();
          }
          yield (char) Integer.parseInt(code, 16);
        }
        default -> throw broken();
      };
    }

    private BigDecimal number() {
      int from = at;
      while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      String digits = text.substring(from, at);
      // An exponent could ask for a number of a billion digits.
      if (digits.length() > LONGEST_NUMBER
          || !digits.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,2})?")) {
        throw broken();
      }
      return new BigDecimal(digits);
    }

    private Json word(String word, Object meaning) {
      if (!text.startsWith(word, at)) {
        throw broken();
      }
      at += word.length();
      return new Json(meaning);
    }

    private void take(char wanted) {
      if (next() != wanted) {
        throw broken();
      }
      at++;
    }

    private char next() {
      while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      if (at >= text.length()) {
        throw broken();
      }
      return text.charAt(at);
    }

    private IllegalArgumentException broken() {
      return new IllegalArgumentException("Not JSON at character " + at);
    }
  }
}

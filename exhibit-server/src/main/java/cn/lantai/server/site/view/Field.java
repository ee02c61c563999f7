package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One line of a description. A field without values is not shown, so leave it out. */
public record Field(Name name, List<Value> values) {
  public Field {
    Objects.requireNonNull(name);
    values = List.copyOf(values);
  }

  public static Field of(Name name, Text... values) {
    return new Field(name, List.of(values).stream().map(Value::of).toList());
  }

  /** Labels come from the messages, so that a description reads the same on every page. */
  public enum Name {
    DATE,
    PLACES,
    TYPE,
    PERIOD,
    MODERN_PLACE,
    COORDINATES,
    PARTICIPANTS,
    WORDING,
    GROUP,
    NOTATION,
    SCOPE,
    PROPOSED,
    RELIABILITY,
    NOTE
  }

  /** One value, perhaps with a page of its own and a remark in smaller letters. */
  public record Value(Text text, Optional<String> href, Optional<Text> remark) {
    public Value {
      Objects.requireNonNull(text);
      Objects.requireNonNull(href);
      Objects.requireNonNull(remark);
    }

    public static Value of(Text text) {
      return new Value(text, Optional.empty(), Optional.empty());
    }

    public static Value to(Text text, String href) {
      return new Value(text, Optional.of(href), Optional.empty());
    }
  }
}

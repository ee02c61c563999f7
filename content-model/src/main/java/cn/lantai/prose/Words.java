package cn.lantai.prose;

/** Words in one style. */
public record Words(String text, boolean strong, boolean emphasis) {

  boolean isStyledAs(Words other) {
    return strong == other.strong && emphasis == other.emphasis;
  }
}

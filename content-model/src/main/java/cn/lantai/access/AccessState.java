package cn.lantai.access;

import java.util.Arrays;
import java.util.Optional;

/** Whether the public may see an entity. Only what is open can be published. */
public enum AccessState {
  OPEN("open", "开放"),
  CONTROLLED("controlled", "控制");

  private final String slug;
  private final String label;

  AccessState(String slug, String label) {
    this.slug = slug;
    this.label = label;
  }

  public String slug() {
    return slug;
  }

  public static Optional<AccessState> ofLabel(String text) {
    return Arrays.stream(values()).filter(value -> value.label.equals(text)).findFirst();
  }
}

package cn.lantai.server.site.view;

import java.util.Objects;

/**
 * What is to be changed, and in what.
 *
 * @param search the address of the search
 * @param operation as it is asked for: {@code set}
 * @param value as a cell has it; empty where the operation takes none
 * @param replacement what stands in the place of the value
 */
public record BulkOrderView(
    String search,
    Kind type,
    Text field,
    String operation,
    String value,
    String replacement,
    String reason,
    boolean publish) {
  public BulkOrderView {
    Objects.requireNonNull(search);
    Objects.requireNonNull(type);
    Objects.requireNonNull(field);
    Objects.requireNonNull(operation);
    Objects.requireNonNull(value);
    Objects.requireNonNull(replacement);
    Objects.requireNonNull(reason);
  }
}

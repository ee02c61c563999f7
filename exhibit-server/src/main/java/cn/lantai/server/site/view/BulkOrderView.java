package cn.lantai.server.site.view;

import java.util.Objects;
import java.util.Optional;

/**
 * What is to be done, and to what.
 *
 * @param search the address of the search
 * @param chosen how many were chosen one by one; 0 if all that is found is meant
 * @param field the one that is changed; empty if they are submitted for review
 * @param operation as it is asked for: {@code set}
 * @param value as a cell has it; empty where the operation takes none
 * @param replacement what stands in the place of the value
 */
public record BulkOrderView(
    String search,
    Kind type,
    int chosen,
    Optional<Text> field,
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

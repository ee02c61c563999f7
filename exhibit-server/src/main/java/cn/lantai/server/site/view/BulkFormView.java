package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Asks what is to be done to all that a search finds: which field is changed, and then how; or what
 * the reviewers should know.
 *
 * @param submits whether they are submitted for review
 * @param chosen those that are meant, as {@code type/key}; all that is found if there are none
 * @param query of the search
 * @param search its address
 * @param total what it finds
 * @param most more are not changed at once
 * @param kinds of what it finds, those that can be changed
 * @param type of which kind, by its type in addresses
 * @param fields of this kind, in the groups of the form
 * @param value the field that was chosen, with the value that is to be put there
 * @param operations that can be done to it
 * @param operation the one that is chosen
 * @param offersPublishing whether the reader may publish without a review
 * @param fault what is wrong with what was asked
 */
public record BulkFormView(
    boolean submits,
    List<String> chosen,
    String query,
    String search,
    long total,
    long most,
    List<Choice> kinds,
    String type,
    List<Group> fields,
    Optional<EntryView.Field> value,
    List<String> operations,
    String operation,
    String needle,
    String replacement,
    String reason,
    boolean offersPublishing,
    boolean publish,
    Optional<Text> fault)
    implements PageView {
  public BulkFormView {
    chosen = List.copyOf(chosen);
    Objects.requireNonNull(query);
    Objects.requireNonNull(search);
    kinds = List.copyOf(kinds);
    Objects.requireNonNull(type);
    fields = List.copyOf(fields);
    Objects.requireNonNull(value);
    operations = List.copyOf(operations);
    Objects.requireNonNull(operation);
    Objects.requireNonNull(needle);
    Objects.requireNonNull(replacement);
    Objects.requireNonNull(reason);
    Objects.requireNonNull(fault);
  }

  @Override
  public String template() {
    return "bulk-new";
  }

  /**
   * A kind of thing.
   *
   * @param key its type in addresses
   */
  public record Choice(String key, Kind kind, long count) {}

  public record Group(Text label, List<Option> options) {
    public Group {
      options = List.copyOf(options);
    }
  }

  /**
   * A field.
   *
   * @param key its Chinese heading
   */
  public record Option(String key, Text label) {}
}

package cn.lantai.server.site.view;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The form in which something is described.
 *
 * @param title what it is called; empty for something new
 * @param type its type in addresses
 * @param key its key; empty for something new
 * @param wanted the key that was asked for something new
 * @param base the journal row of the version in the form; 0 for something new
 * @param saved whether the form was saved a moment ago
 * @param faults what is wrong with it as a whole
 * @param overtaken set if somebody else has saved meanwhile
 * @param maySave whether the reader may change it
 * @param publishing what he can do to show it to the public
 * @param page its public address, if it has one
 * @param leaves the pages that a record, or a page with the others of its record, has beside the
 *     form
 * @param player plays what a recording has, as it was stored
 * @param templates with which the reader may begin something new
 */
public record EntryView(
    Optional<Text> title,
    String type,
    Optional<String> key,
    String wanted,
    long base,
    EntryState state,
    boolean saved,
    List<Text> faults,
    Optional<Overtaken> overtaken,
    boolean maySave,
    Publishing publishing,
    List<Group> groups,
    List<Part> parts,
    List<Version> history,
    Optional<String> page,
    Optional<Leaves> leaves,
    Optional<Player> player,
    List<Template> templates)
    implements PageView {

  /**
   * What the reader begins with again and again.
   *
   * @param level of description; empty where there are none
   * @param used whether the form was filled in from it
   */
  public record Template(long id, String name, String level, boolean used) {}

  /** How it stands to the public. */
  public enum EntryState {
    NEW,
    NOT_PUBLIC,
    PUBLIC,
    /** There is a newer version than the public one. */
    CHANGED,
    WITHDRAWN
  }

  /**
   * @param agent who saved
   * @param taken what only they changed, and is in the form now
   */
  public record Overtaken(String agent, List<String> taken) {
    public Overtaken {
      taken = List.copyOf(taken);
    }
  }

  public record Group(String id, Text label, List<Field> fields) {
    public Group {
      fields = List.copyOf(fields);
    }

    public boolean isFaulty() {
      return fields.stream().anyMatch(field -> !field.problems().isEmpty());
    }
  }

  /** What a field is filled in with. */
  public enum Kind {
    LINE,
    PARAGRAPHS,
    /** Paragraphs with marks. */
    PROSE,
    LINES,
    CHOICE,
    KEYS,
    DATE_IN_WORDS,
    DATE
  }

  /**
   * @param lookup the types to look up, separated by commas; empty for all but {@link Kind#KEYS}
   * @param named what the keys in the field stand for
   * @param theirs what somebody else wrote into a field that both changed
   */
  public record Field(
      String name,
      String id,
      Text label,
      Optional<Text> help,
      Kind kind,
      Need need,
      String value,
      List<Choice> choices,
      String lookup,
      List<Link> named,
      List<Problem> problems,
      Optional<String> theirs) {
    public Field {
      choices = List.copyOf(choices);
      named = List.copyOf(named);
      problems = List.copyOf(problems);
    }

    /** Long texts need room. */
    public boolean isLong() {
      return isOfLines() || width() > 32;
    }

    /** How many lines to show at first. */
    public int lines() {
      return isOfLines() ? 5 : width() > 100 ? 2 : 1;
    }

    /** What is in the field, as pages show it; for {@link Kind#PROSE}. */
    public List<Passage> passages() {
      return Passage.read(Text.zh(value));
    }

    private boolean isOfLines() {
      return kind == Kind.PARAGRAPHS || kind == Kind.PROSE || kind == Kind.LINES;
    }

    /** In half characters: a Chinese one is twice as wide as a Latin one. */
    private int width() {
      return value.codePoints().map(c -> c < 0x2000 ? 1 : 2).sum();
    }
  }

  /** How far a field must be filled in (必著, 有则必著, 选著). */
  public enum Need {
    REQUIRED,
    IF_THERE,
    OPTIONAL
  }

  public record Choice(String value, String label) {}

  /**
   * @param error whether it keeps the description from being saved
   */
  public record Problem(Text reason, Text remedy, boolean error) {}

  /**
   * Rows of one kind.
   *
   * @param rows the fields of each row
   * @param next the fields of one more row, for readers without scripts
   * @param blank the fields of a row that a script may add; its number in their names is {@code N}
   */
  public record Part(
      String id, Text label, List<List<Field>> rows, List<Field> next, List<Field> blank) {
    public Part {
      rows = List.copyOf(rows);
      next = List.copyOf(next);
      blank = List.copyOf(blank);
    }
  }

  /**
   * The pages of a record, as they were stored.
   *
   * @param record whose pages they are; empty for an image that stands for itself
   * @param all in their order; none for a record without images
   * @param current which of them is open
   */
  public record Leaves(Optional<Link> record, List<Leaf> all, int current) {
    public Leaves {
      all = List.copyOf(all);
    }

    public Leaf open() {
      return all.get(current);
    }

    public Optional<Leaf> previous() {
      return current == 0 ? Optional.empty() : Optional.of(all.get(current - 1));
    }

    public Optional<Leaf> next() {
      return current + 1 < all.size() ? Optional.of(all.get(current + 1)) : Optional.empty();
    }
  }

  /**
   * One page.
   *
   * @param desk where it is transcribed
   * @param lines of its transcript, by the newest version
   */
  public record Leaf(Text label, String desk, Image image, int lines) {}

  /**
   * @param row of the journal
   * @param restorable whether it holds a version that is not the newest
   */
  public record Version(
      long row,
      Instant at,
      String agent,
      String reason,
      StateView.Action action,
      boolean restorable) {}

  public EntryView {
    faults = List.copyOf(faults);
    groups = List.copyOf(groups);
    parts = List.copyOf(parts);
    history = List.copyOf(history);
    templates = List.copyOf(templates);
  }

  /**
   * @throws java.util.NoSuchElementException if no group has such a field
   */
  public Field field(String name) {
    return groups.stream()
        .flatMap(group -> group.fields().stream())
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  public boolean isNew() {
    return base == 0;
  }

  /** Whether the form came back with something to mend. */
  public boolean isFaulty() {
    return !faults.isEmpty() || problems() > 0;
  }

  public long problems() {
    long inRows =
        parts.stream()
            .flatMap(part -> part.rows().stream())
            .flatMap(List::stream)
            .filter(EntryView::isWrong)
            .count();
    return inRows
        + groups.stream()
            .flatMap(group -> group.fields().stream())
            .filter(EntryView::isWrong)
            .count();
  }

  private static boolean isWrong(Field field) {
    return field.problems().stream().anyMatch(Problem::error);
  }

  @Override
  public String template() {
    return type.equals("image") ? "leaf" : "entry";
  }
}

package cn.lantai.server.site.view;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The index of names at the end of a compilation: whom and what it speaks of, and where. */
public record NameIndex(List<Group> groups) {

  public static final NameIndex NONE = new NameIndex(List.of());

  public NameIndex {
    groups = List.copyOf(groups);
  }

  /**
   * All names of a kind.
   *
   * @param letters in their order, each with the names that are filed under it
   */
  public record Group(Kind kind, List<Letter> letters) {

    /** Of more names than these a reader looks for the letter first. */
    private static final int FEW = 24;

    public Group {
      Objects.requireNonNull(kind);
      letters = List.copyOf(letters);
    }

    public String anchor() {
      return "ix-" + kind.name().toLowerCase(Locale.ROOT);
    }

    public List<Entry> entries() {
      return letters.stream().flatMap(letter -> letter.entries().stream()).toList();
    }

    public boolean isLong() {
      return entries().size() > FEW && letters.size() > 1;
    }
  }

  /**
   * @param initial {@code #} for names that begin with no letter
   */
  public record Letter(String initial, List<Entry> entries) {
    public Letter {
      Objects.requireNonNull(initial);
      entries = List.copyOf(entries);
    }

    /** Of its kind; the anchor of the group goes before it. */
    public String anchor() {
      return initial.equals("#") ? "other" : initial.toLowerCase(Locale.ROOT);
    }
  }

  /**
   * @param places in the order of the page, each once
   */
  public record Entry(Link name, List<Place> places) {
    public Entry {
      Objects.requireNonNull(name);
      places = List.copyOf(places);
    }
  }

  /**
   * A place of the compilation.
   *
   * @param document the number of the document; empty for a section
   */
  public record Place(String anchor, Optional<Integer> document, Text title) {
    public Place {
      Objects.requireNonNull(anchor);
      Objects.requireNonNull(document);
      Objects.requireNonNull(title);
    }

    public static Place of(TranscriptBlock document) {
      return new Place(document.anchor(), Optional.of(document.number()), document.title());
    }

    public static Place in(int section, Text title) {
      return new Place(Section.anchorOf(section), Optional.empty(), title);
    }
  }
}

package cn.lantai.server.site.view;

import cn.lantai.search.Facet;
import cn.lantai.search.Publication;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was looked for, what was found, and how it can be narrowed.
 *
 * @param action the address of the search, which differs for readers and curators
 * @param kept what the form of the facets carries along, such as the words
 * @param chips what is chosen, each with the address without it
 * @param from as it was typed
 * @param to as it was typed
 * @param notice why nothing was looked for, or what was passed over
 * @param suggestions names that may have been meant, where nothing was found
 */
public record SearchView(
    String action,
    String query,
    List<Parameter> kept,
    List<Chip> chips,
    String clear,
    List<Group> groups,
    Optional<Histogram> histogram,
    String from,
    String to,
    List<Choice> orders,
    Choice list,
    Choice gallery,
    long total,
    List<Result> results,
    Pager pager,
    Optional<Notice> notice,
    List<Link> suggestions)
    implements PageView {
  public SearchView {
    Objects.requireNonNull(action);
    Objects.requireNonNull(query);
    kept = List.copyOf(kept);
    chips = List.copyOf(chips);
    Objects.requireNonNull(clear);
    groups = List.copyOf(groups);
    Objects.requireNonNull(histogram);
    Objects.requireNonNull(from);
    Objects.requireNonNull(to);
    orders = List.copyOf(orders);
    Objects.requireNonNull(list);
    Objects.requireNonNull(gallery);
    results = List.copyOf(results);
    Objects.requireNonNull(pager);
    Objects.requireNonNull(notice);
    suggestions = List.copyOf(suggestions);
  }

  @Override
  public String template() {
    return "search";
  }

  /** A parameter of the address. */
  public record Parameter(String name, String value) {}

  /**
   * A way to see the same results otherwise.
   *
   * @param name a message under {@code search.}
   */
  public record Choice(String name, String href, boolean current) {}

  /** Something chosen that can be taken away; a range of dates has no facet. */
  public record Chip(Optional<Facet> facet, Value label, String remove) {}

  /** The values of a facet. */
  public record Group(Facet facet, List<Value> values) {
    public Group {
      values = List.copyOf(values);
    }
  }

  /**
   * A value of a facet. Exactly one of text, kind and state says what it is called.
   *
   * @param key as it is chosen by
   */
  public record Value(
      String key,
      Optional<Text> text,
      Optional<Kind> kind,
      Optional<Publication> state,
      long count,
      boolean chosen) {}

  /**
   * How many results fall into each decade.
   *
   * @param peak the decade with the most, by its first year
   * @param width of the drawing; its height is 64
   */
  public record Histogram(List<Bar> bars, int peak, long most, int width) {
    public Histogram {
      bars = List.copyOf(bars);
    }
  }

  /**
   * A decade.
   *
   * @param y where its bar begins, from above
   */
  public record Bar(int decade, long count, int x, int y, int height, boolean within) {}

  /** A text with the words that were looked for marked. */
  public record Marks(String lang, List<Mark> pieces) {
    public Marks {
      pieces = List.copyOf(pieces);
    }
  }

  /** A stretch of a text. */
  public record Mark(String text, boolean hit) {}

  /**
   * Something that was found.
   *
   * @param name by which it is chosen: {@code record/r001}
   * @param place archive and fonds
   * @param page what the page is called on which the words stand
   */
  public record Result(
      String name,
      Kind kind,
      String href,
      Marks title,
      Optional<String> code,
      List<Text> facts,
      List<Text> place,
      Optional<Marks> snippet,
      Optional<Text> page,
      Optional<Image> image,
      boolean example,
      Optional<Publication> state) {
    public Result {
      facts = List.copyOf(facts);
      place = List.copyOf(place);
    }
  }

  /** What a reader has to be told of the search itself. */
  public enum Notice {
    TOO_LONG,
    TOO_MANY_WORDS,
    TOO_MANY_FILTERS,
    TOO_DEEP,
    TOO_SLOW,
    NOT_A_DATE
  }
}
